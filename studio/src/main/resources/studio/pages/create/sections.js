// What may be chosen, and what comes of it: fetched once the field to begin in is seen.

import './writing.js';
import './voice.js';
import './format.js';
import './captions.js';
import './music.js';
import './footage.js';
import './brand.js';
import './more.js';
import './preview.js';
import './estimate.js';
