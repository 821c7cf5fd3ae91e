import { hostContract } from '../host/contract';
import { openStage } from './stage';

hostContract('Excel through Office.js', openStage);
