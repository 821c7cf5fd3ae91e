import { writeCatalogue } from './catalogue';

void writeCatalogue();
