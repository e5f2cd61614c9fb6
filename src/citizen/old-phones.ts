// What the page uses and a phone of 2020 lacks (Chrome 80).
import 'core-js/actual/array/at.js';
import 'core-js/actual/array/to-sorted.js';
import 'core-js/actual/object/has-own.js';
import 'core-js/actual/string/replace-all.js';
