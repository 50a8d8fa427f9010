// Written by scripts/catalogue.mjs from npm's cwe-sdk 1.1.19 (CWE 4.15 of 2024-07-16); do not edit.

/** Number, mapping (allowed, review, discouraged, prohibited by first letter), title, better numbers, CAPEC numbers. */
export const weaknessRows = () => `11|A|ASP.NET Misconfiguration: Creating Debug Binary||
13|A|ASP.NET Misconfiguration: Password in Configuration File||
15|A|External Control of System or Configuration Setting||13 146 176 203 270 271 579 69 76 77
20|D|Improper Input Validation|1284 1285 1286 1287 1288 1289 116|10 101 104 108 109 110 120 13 135 136 14 153 182 209 22 23 230 231 24 250 261 267 28 3 31 42 43 45 46 47 473 52 53 588 63 64 664 67 7 71 72 73 78 79 8 80 81 83 85 88 9
22|A|Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')||126 64 76 78 79
23|A|Relative Path Traversal||139 76
35|A|Path Traversal: '.../...//'||
59|A|Improper Link Resolution Before File Access ('Link Following')||132 17 35 76
73|A|External Control of File Name or Path||13 267 64 72 76 78 79 80
74|D|Improper Neutralization of Special Elements in Output Used by a Downstream Component ('Injection')||10 101 105 108 120 13 135 14 24 250 267 273 28 3 34 42 43 45 46 47 51 52 53 6 64 67 7 71 72 76 78 79 8 80 83 84 9
75|D|Failure to Sanitize Special Elements into a Different Plane (Special Element Injection)||81 93
77|R|Improper Neutralization of Special Elements used in a Command ('Command Injection')|78|136 15 183 248 40 43 75 76
78|A|Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')||108 15 43 6 88
79|A|Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')||209 588 591 592 63 85
80|A|Improper Neutralization of Script-Related HTML Tags in a Web Page (Basic XSS)||18 193 32 86
83|A|Improper Neutralization of Script in Attributes in a Web Page||243 244 588
87|A|Improper Neutralization of Alternate XSS Syntax||199
88|A|Improper Neutralization of Argument Delimiters in a Command ('Argument Injection')||137 174 41 460 88
89|A|Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')||108 109 110 470 66 7
90|A|Improper Neutralization of Special Elements used in an LDAP Query ('LDAP Injection')||136
91|A|XML Injection (aka Blind XPath Injection)||250 83
93|A|Improper Neutralization of CRLF Sequences ('CRLF Injection')||15 81
94|A|Improper Control of Generation of Code ('Code Injection')||242 35 77
95|A|Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection')||35
96|A|Improper Neutralization of Directives in Statically Saved Code ('Static Code Injection')||35 73 77 81 85
97|A|Improper Neutralization of Server-Side Includes (SSI) Within a Web Page||101 35
98|A|Improper Control of Filename for Include/Require Statement in PHP Program ('PHP Remote File Inclusion')||193
99|R|Improper Control of Resource Identifiers ('Resource Injection')||10 240 75
113|A|Improper Neutralization of CRLF Sequences in HTTP Headers ('HTTP Request/Response Splitting')||105 31 34 85
116|R|Improper Encoding or Escaping of Output||104 73 81 85
117|A|Improper Output Neutralization for Logs||268 81 93
118|D|Incorrect Access of Indexable Resource ('Range Error')||10 14 24 45 46 47 8 9
119|D|Improper Restriction of Operations within the Bounds of a Memory Buffer||10 100 123 14 24 42 44 45 46 47 8 9
120|R|Buffer Copy without Checking Size of Input ('Classic Buffer Overflow')||10 100 14 24 42 44 45 46 47 67 8 9 92
125|A|Out-of-bounds Read||540
129|A|Improper Validation of Array Index||100
131|A|Incorrect Calculation of Buffer Size||100 47
134|A|Use of Externally-Controlled Format String||135 67
138|D|Improper Neutralization of Special Elements||105 15 34
178|A|Improper Handling of Case Sensitivity||
183|A|Permissive List of Allowed Inputs||120 3 43 71
184|A|Incomplete List of Disallowed Inputs||120 15 182 3 43 6 71 73 85
190|A|Integer Overflow or Wraparound|191|92
191|A|Integer Underflow (Wrap or Wraparound)||
193|A|Off-by-one Error||
200|D|Exposure of Sensitive Information to an Unauthorized Actor||116 13 169 22 224 285 287 290 291 292 293 294 295 296 297 298 299 300 301 302 303 304 305 306 307 308 309 310 312 313 317 318 319 320 321 322 323 324 325 326 327 328 329 330 472 497 508 573 574 575 576 577 59 60 616 643 646 651 79
201|A|Insertion of Sensitive Information Into Sent Data||12 217 612 613 618 619 621 622 623
203|A|Observable Discrepancy||189
204|A|Observable Response Discrepancy||331 332 541 580
208|A|Observable Timing Discrepancy||462 541 580
209|A|Generation of Error Message Containing Sensitive Information||215 463 54 7
212|A|Improper Removal of Sensitive Information Before Storage or Transfer||168
213|A|Exposure of Sensitive Information Due to Incompatible Policies||
219|A|Storage of File with Sensitive Data Under Web Root||
223|A|Omission of Security-relevant Information||
234|D|Failure to Handle Missing Parameter||
235|A|Improper Handling of Extra Parameters||460
252|A|Unchecked Return Value||
256|A|Plaintext Storage of a Password||
257|A|Storing Passwords in a Recoverable Format||49
259|A|Use of Hard-coded Password||
260|A|Password in Configuration File||
261|A|Weak Encoding for Password||55
266|A|Incorrect Privilege Assignment||
269|D|Improper Privilege Management||122 233 58
273|A|Improper Check for Dropped Privileges||
274|D|Improper Handling of Insufficient Privileges||
276|A|Incorrect Default Permissions||1 127 81
280|A|Improper Handling of Insufficient Permissions or Privileges||
281|A|Improper Preservation of Permissions||
284|D|Improper Access Control|862 863 732 306 1390 923|19 441 478 479 502 503 536 546 550 551 552 556 558 562 563 564 578
285|D|Improper Authorization|862 863 732|1 104 127 13 17 39 402 45 5 51 59 60 647 668 76 77 87
287|D|Improper Authentication|1390 306|114 115 151 194 22 57 593 633 650 94
288|A|Authentication Bypass Using an Alternate Path or Channel||127 665
290|A|Authentication Bypass by Spoofing||21 22 459 461 473 476 59 60 667 94
294|A|Authentication Bypass by Capture-replay||102 509 555 561 60 644 645 652 701 94
295|A|Improper Certificate Validation||459 475
296|A|Improper Following of a Certificate's Chain of Trust||
297|A|Improper Validation of Certificate with Host Mismatch||
300|D|Channel Accessible by Non-Endpoint||466 57 589 590 612 613 615 662 94
302|A|Authentication Bypass by Assumed-Immutable Data||10 13 21 274 31 39 45 77
304|A|Missing Critical Step in Authentication||
306|A|Missing Authentication for Critical Function||12 166 216 36 62
307|A|Improper Restriction of Excessive Authentication Attempts||16 49 560 565 600 652 653
311|D|Missing Encryption of Sensitive Data||157 158 204 31 37 383 384 385 386 387 388 477 609 65
312|A|Cleartext Storage of Sensitive Information||37
313|A|Cleartext Storage in a File or on Disk||
315|A|Cleartext Storage of Sensitive Information in a Cookie||31 37 39 74
316|A|Cleartext Storage of Sensitive Information in Memory||
319|A|Cleartext Transmission of Sensitive Information||102 117 383 477 65
321|A|Use of Hard-coded Cryptographic Key||
322|A|Key Exchange without Entity Authentication||
323|A|Reusing a Nonce, Key Pair in Encryption||
324|A|Use of a Key Past its Expiration Date||
325|A|Missing Cryptographic Step||68
326|R|Inadequate Encryption Strength||112 192 20
327|R|Use of a Broken or Risky Cryptographic Algorithm||20 459 473 475 608 614 97
328|A|Use of Weak Hash||461 68
329|A|Generation of Predictable IV with CBC Mode||
330|D|Use of Insufficiently Random Values||112 485 59
331|A|Insufficient Entropy||59
335|A|Incorrect Usage of Seeds in Pseudo-Random Number Generator (PRNG)||
336|A|Same Seed in Pseudo-Random Number Generator (PRNG)||
337|A|Predictable Seed in Pseudo-Random Number Generator (PRNG)||
338|A|Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)||
340|R|Generation of Predictable Numbers or Identifiers||
345|D|Insufficient Verification of Data Authenticity||111 141 142 148 218 384 385 386 387 388 665 701
346|R|Origin Validation Error||111 141 142 160 21 384 385 386 387 388 510 59 60 75 76 89
347|A|Improper Verification of Cryptographic Signature||463 475
348|A|Use of Less Trusted Source||141 142 73 76 85
349|A|Acceptance of Extraneous Untrusted Data With Trusted Data||141 142 75
350|A|Reliance on Reverse DNS Resolution for a Security-Critical Action||142 275 73 89
352|A|Cross-Site Request Forgery (CSRF)||111 462 467 62
353|A|Missing Support for Integrity Check||13 14 389 39 665 74 75
354|A|Improper Validation of Integrity Check Value||145 463 75
359|A|Exposure of Private Personal Information to an Unauthorized Actor||464 467 498 508
362|R|Concurrent Execution using Shared Resource with Improper Synchronization ('Race Condition')||26 29
367|A|Time-of-check Time-of-use (TOCTOU) Race Condition||27 29
369|A|Divide By Zero||
372|D|Incomplete Internal State Distinction||140 74
377|R|Insecure Temporary File||149 155
384|A|Session Fixation||196 21 31 39 59 60 61
400|D|Uncontrolled Resource Consumption||147 227 492
401|A|Missing Release of Memory after Effective Lifetime||
402|R|Transmission of Private Resources into a New Sphere ('Resource Leak')||
409|A|Improper Handling of Highly Compressed Data (Data Amplification)||
415|A|Double Free||
416|A|Use After Free||
419|A|Unprotected Primary Channel||383
425|A|Direct Request ('Forced Browsing')||127 143 144 668 87
426|A|Untrusted Search Path||38
427|A|Uncontrolled Search Path Element||38 471
428|A|Unquoted Search Path or Element||
430|A|Deployment of Wrong Handler||11
434|A|Unrestricted Upload of File with Dangerous Type||1
435|D|Improper Interaction Between Multiple Correctly-Behaving Entities||
441|R|Unintended Proxy or Intermediary ('Confused Deputy')||219 465
444|A|Inconsistent Interpretation of HTTP Requests ('HTTP Request/Response Smuggling')||273 33
451|R|User Interface (UI) Misrepresentation of Critical Information||154 163 164 173 98
459|A|Incomplete Cleanup||
470|A|Use of Externally-Controlled Input to Select Classes or Code ('Unsafe Reflection')||138
471|A|Modification of Assumed-Immutable Data (MAID)||384 385 386 387 388
472|A|External Control of Assumed-Immutable Web Parameter||146 226 31 39
476|A|NULL Pointer Dereference||
489|A|Active Debug Code||121 661
494|A|Download of Code Without Integrity Check||184 185 186 187 533 538 657 662 691 692 693 695
497|A|Exposure of Sensitive System Information to an Unauthorized Control Sphere||170 694
501|A|Trust Boundary Violation||
502|A|Deserialization of Untrusted Data||586
520|A|.NET Misconfiguration: Use of Impersonation||
521|A|Weak Password Requirements||112 16 49 509 55 555 561 565 70
522|R|Insufficiently Protected Credentials||102 474 50 509 551 555 560 561 600 644 645 652 653
523|A|Unprotected Transport of Credentials||102
525|A|Use of Web Browser Cache Containing Sensitive Information||37
526|A|Cleartext Storage of Sensitive Information in an Environment Variable||
532|A|Insertion of Sensitive Information into Log File||215
537|A|Java Runtime Error Message Containing Sensitive Information||
538|A|Insertion of Sensitive Information into Externally-Accessible File or Directory||95
539|A|Use of Persistent Cookies Containing Sensitive Information||21 31 39 59 60
540|A|Inclusion of Sensitive Information in Source Code||
541|A|Inclusion of Sensitive Information in an Include File||
547|A|Use of Hard-coded, Security-relevant Constants||
548|A|Exposure of Information Through Directory Listing||
552|A|Files or Directories Accessible to External Parties||150 639
564|A|SQL Injection: Hibernate||109
565|A|Reliance on Cookies without Validation and Integrity Checking||226 31 39
566|A|Authorization Bypass Through User-Controlled SQL Primary Key||
579|A|J2EE Bad Practices: Non-serializable Object Stored in Session||
598|A|Use of GET Request Method With Sensitive Query Strings||
601|A|URL Redirection to Untrusted Site ('Open Redirect')||178
602|R|Client-Side Enforcement of Server-Side Security||162 202 207 208 21 31 383 384 385 386 387 388
610|D|Externally Controlled Reference to a Resource in Another Sphere||219
611|A|Improper Restriction of XML External Entity Reference||221
613|A|Insufficient Session Expiration||
614|A|Sensitive Cookie in HTTPS Session Without 'Secure' Attribute||102
617|A|Reachable Assertion||
620|A|Unverified Password Change||
639|A|Authorization Bypass Through User-Controlled Key||
640|R|Weak Password Recovery Mechanism for Forgotten Password||50
642|R|External Control of Critical State Data||21 31
643|A|Improper Neutralization of Data within XPath Expressions ('XPath Injection')||
644|A|Improper Neutralization of HTTP Headers for Scripting Syntax||
646|A|Reliance on File Name or Extension of Externally-Supplied File||209
650|A|Trusting HTTP Permission Methods on the Server Side||
651|A|Exposure of WSDL File Containing Sensitive Information||
652|A|Improper Neutralization of Data within XQuery Expressions ('XQuery Injection')||
653|A|Improper Isolation or Compartmentalization||
656|R|Reliance on Security Through Obscurity||
657|D|Violation of Secure Design Principles||
662|D|Improper Synchronization||25 26 27 29
664|D|Improper Control of a Resource Through its Lifetime||196 21 60 61 62
665|D|Improper Initialization||26 29
666|D|Operation on Resource in Wrong Phase of Lifetime||
667|R|Improper Locking||25 26 27
668|D|Exposure of Resource to Wrong Sphere||
674|R|Uncontrolled Recursion||230 231
680|D|Integer Overflow to Buffer Overflow||10 100 14 24 45 46 47 67 8 9 92
681|A|Incorrect Conversion between Numeric Types||
682|D|Incorrect Calculation||128 129
690|D|Unchecked Return Value to NULL Pointer Dereference||
691|D|Insufficient Control Flow Management||29
692|D|Incomplete Denylist to Cross-Site Scripting||120 267 71 80 85
693|D|Protection Mechanism Failure||1 107 127 17 20 22 237 36 477 480 51 57 59 65 668 74 87
697|D|Incorrect Comparison||10 120 14 15 182 24 267 3 41 43 44 45 46 47 52 53 6 64 67 7 71 73 78 79 8 80 88 9 92
703|D|Improper Check or Handling of Exceptional Conditions||
706|R|Use of Incorrectly-Resolved Name or Reference||159 177 48 641
707|D|Improper Neutralization||250 276 277 278 279 3 43 468 52 53 64 7 78 79 83 84
710|D|Improper Adherence to Coding Standards||
732|R|Incorrect Permission Assignment for Critical Resource||1 122 127 17 180 206 234 60 61 62 642
755|D|Improper Handling of Exceptional Conditions||
756|A|Missing Custom Error Page||
757|A|Selection of Less-Secure Algorithm During Negotiation ('Algorithm Downgrade')||220 606 620
759|A|Use of a One-Way Hash without a Salt||
760|A|Use of a One-Way Hash with a Predictable Salt||
763|A|Release of Invalid Pointer or Reference||
770|A|Allocation of Resources Without Limits or Throttling||125 130 147 197 229 230 231 469 482 486 487 488 489 490 491 493 494 495 496 528
772|A|Missing Release of Resource after Effective Lifetime||469
776|A|Improper Restriction of Recursive Entity References in DTDs ('XML Entity Expansion')||197
778|A|Insufficient Logging||
780|A|Use of RSA Algorithm without OAEP||
784|A|Reliance on Cookies without Validation and Integrity Checking in a Security Decision||
786|D|Access of Memory Location Before Start of Buffer||
787|A|Out-of-bounds Write||
788|D|Access of Memory Location After End of Buffer||
798|A|Use of Hard-coded Credentials||191 70
799|R|Improper Control of Interaction Frequency||
807|A|Reliance on Untrusted Inputs in a Security Decision||
824|A|Access of Uninitialized Pointer||
829|A|Inclusion of Functionality from Untrusted Control Sphere||175 201 228 251 252 253 263 538 549 640 660 695 698
830|A|Inclusion of Web Functionality from an Untrusted Source||
834|D|Excessive Iteration||
835|A|Loop with Unreachable Exit Condition ('Infinite Loop')||
837|A|Improper Enforcement of a Single, Unique Action||
838|A|Inappropriate Encoding for Output Context||468
841|A|Improper Enforcement of Behavioral Workflow||
843|A|Access of Resource Using Incompatible Type ('Type Confusion')||
862|R|Missing Authorization||665
863|R|Incorrect Authorization||
908|A|Use of Uninitialized Resource||
909|R|Missing Initialization of Resource||
912|R|Hidden Functionality||133 190
913|R|Improper Control of Dynamically-Managed Code Resources||
915|A|Improperly Controlled Modification of Dynamically-Determined Object Attributes||
916|A|Use of Password Hash With Insufficient Computational Effort||55
917|A|Improper Neutralization of Special Elements used in an Expression Language Statement ('Expression Language Injection')||
918|A|Server-Side Request Forgery (SSRF)||664
920|A|Improper Restriction of Power Consumption||
922|R|Insecure Storage of Sensitive Information||
923|R|Improper Restriction of Communication Channel to Intended Endpoints||161 481 501 697
924|A|Improper Enforcement of Message Integrity During Transmission in a Communication Channel||
927|A|Use of Implicit Intent for Sensitive Communication||
940|A|Improper Verification of Source of a Communication Channel||500 594 595 596
942|A|Permissive Cross-domain Policy with Untrusted Domains||
943|R|Improper Neutralization of Special Elements in Data Query Logic||676
1004|A|Sensitive Cookie Without 'HttpOnly' Flag||
1021|A|Improper Restriction of Rendered UI Layers or Frames||103 181 222 504 506 587 654
1104|A|Use of Unmaintained Third Party Components||
1173|A|Improper Use of Validation Framework||
1174|A|ASP.NET Misconfiguration: Improper Model Validation||
1188|A|Initialization of a Resource with an Insecure Default||665
1236|A|Improper Neutralization of Formula Elements in a CSV File||
1275|A|Sensitive Cookie with Improper SameSite Attribute||62
1284|A|Improper Validation of Specified Quantity in Input||
1285|A|Improper Validation of Specified Index, Position, or Offset in Input||
1286|A|Improper Validation of Syntactic Correctness of Input||66 676
1287|A|Improper Validation of Specified Type of Input||
1288|A|Improper Validation of Consistency within Input||
1289|A|Improper Validation of Unsafe Equivalence in Input||
1321|A|Improperly Controlled Modification of Object Prototype Attributes ('Prototype Pollution')||1 180 77
1333|A|Inefficient Regular Expression Complexity||492
1336|A|Improper Neutralization of Special Elements Used in a Template Engine||
1357|R|Reliance on Insufficiently Trustworthy Component||
1390|R|Weak Authentication||
1426|D|Improper Validation of Generative AI Output|77 94 116|`;

/** Categories, views and deprecated entries. */
export const unmappableNumbers = () =>
  '1 2 3 4 10 16 17 18 19 21 60 63 68 70 71 92 100 101 132 133 136 137 139 169 171 189 199 216 217 218 225 227 247 249 251 254 255 264 265 275 292 310 320 355 361 365 371 373 376 380 381 387 388 389 398 399 411 417 418 423 429 438 442 443 445 452 458 461 465 485 490 503 504 505 513 516 517 518 519 533 534 542 545 557 559 569 592 596 604 629 630 631 632 633 634 635 658 659 660 661 677 678 679 699 700 701 702 709 711 712 713 714 715 716 717 718 719 720 721 722 723 724 725 726 727 728 729 730 731 734 735 736 737 738 739 740 741 742 743 744 745 746 747 748 750 751 752 753 769 800 801 802 803 808 809 810 811 812 813 814 815 816 817 818 819 840 844 845 846 847 848 849 850 851 852 853 854 855 856 857 858 859 860 861 864 865 866 867 868 869 870 871 872 873 874 875 876 877 878 879 880 881 882 883 884 885 886 887 888 889 890 891 892 893 894 895 896 897 898 899 900 901 902 903 904 905 906 907 919 928 929 930 931 932 933 934 935 936 937 938 944 945 946 947 948 949 950 951 952 953 954 955 956 957 958 959 960 961 962 963 964 965 966 967 968 969 970 971 972 973 974 975 976 977 978 979 980 981 982 983 984 985 986 987 988 989 990 991 992 993 994 995 996 997 998 999 1000 1001 1002 1003 1005 1006 1008 1009 1010 1011 1012 1013 1014 1015 1016 1017 1018 1019 1020 1026 1027 1028 1029 1030 1031 1032 1033 1034 1035 1036 1040 1081 1128 1129 1130 1131 1132 1133 1134 1135 1136 1137 1138 1139 1140 1141 1142 1143 1144 1145 1146 1147 1148 1149 1150 1151 1152 1153 1154 1155 1156 1157 1158 1159 1160 1161 1162 1163 1165 1166 1167 1168 1169 1170 1171 1172 1175 1178 1179 1180 1181 1182 1183 1184 1185 1186 1187 1194 1195 1196 1197 1198 1199 1200 1201 1202 1203 1205 1206 1207 1208 1210 1211 1212 1213 1214 1215 1216 1217 1218 1219 1225 1226 1227 1228 1237 1238 1305 1306 1307 1308 1309 1324 1337 1340 1343 1344 1345 1346 1347 1348 1349 1350 1352 1353 1354 1355 1356 1358 1359 1360 1361 1362 1363 1364 1365 1366 1367 1368 1369 1370 1371 1372 1373 1374 1375 1376 1377 1378 1379 1380 1381 1382 1383 1387 1388 1396 1397 1398 1399 1400 1401 1402 1403 1404 1405 1406 1407 1408 1409 1410 1411 1412 1413 1414 1415 1416 1417 1418 1424 1425 2000';
