/** @jest-environment-options {"excelApi": "1.9"} */
import { hostContract } from '../host/contract';
import { openStage } from './stage';
import { refuseUnsupportedCalls } from './excel';

beforeAll(refuseUnsupportedCalls);

hostContract('the oldest Excel that is supported', openStage);
