import { begin, finish, put, rehang, type Making } from './network-making';
import { randomFlow, type Network } from './network-graph';
import { at, sumOf, type Problem } from './problem';
