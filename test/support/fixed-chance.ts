import fc from 'fast-check';

/** The same cases in every run, so that a red run is red for everyone; FC_SEED asks for others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_260_101) });
