/** Section, its number of requirements, title. */
export const sectionRows = () => `1.1|2|Encoding and Sanitization Architecture
1.2|10|Injection Prevention
1.3|12|Sanitization
1.4|3|Memory, String, and Unmanaged Code
1.5|3|Safe Deserialization
2.1|3|Validation and Business Logic Documentation
2.2|3|Input Validation
2.3|5|Business Logic Security
2.4|2|Anti-automation
3.1|1|Web Frontend Security Documentation
3.2|3|Unintended Content Interpretation
3.3|5|Cookie Setup
3.4|8|Browser Security Mechanism Headers
3.5|8|Browser Origin Separation
3.6|1|External Resource Integrity
3.7|5|Other Browser Security Considerations
4.1|5|Generic Web Service Security
4.2|5|HTTP Message Structure Validation
4.3|2|GraphQL
4.4|4|WebSocket
5.1|1|File Handling Documentation
5.2|6|File Upload and Content
5.3|3|File Storage
5.4|3|File Download
6.1|3|Authentication Documentation
6.2|12|Password Security
6.3|8|General Authentication Security
6.4|6|Authentication Factor Lifecycle and Recovery
6.5|8|General Multi-factor authentication requirements
6.6|4|Out-of-Band authentication mechanisms
6.7|2|Cryptographic authentication mechanism
6.8|4|Authentication with an Identity Provider
7.1|3|Session Management Documentation
7.2|4|Fundamental Session Management Security
7.3|2|Session Timeout
7.4|5|Session Termination
7.5|3|Defenses Against Session Abuse
7.6|2|Federated Re-authentication
8.1|4|Authorization Documentation
8.2|4|General Authorization Design
8.3|3|Operation Level Authorization
8.4|2|Other Authorization Considerations
9.1|3|Token source and integrity
9.2|4|Token content
10.1|2|Generic OAuth and OIDC Security
10.2|3|OAuth Client
10.3|5|OAuth Resource Server
10.4|16|OAuth Authorization Server
10.5|5|OIDC Client
10.6|2|OpenID Provider
10.7|3|Consent Management
11.1|4|Cryptographic Inventory and Documentation
11.2|5|Secure Cryptography Implementation
11.3|5|Encryption Algorithms
11.4|4|Hashing and Hash-based Functions
11.5|2|Random Values
11.6|2|Public Key Cryptography
11.7|2|In-Use Data Cryptography
12.1|5|General TLS Security Guidance
12.2|2|HTTPS Communication with External Facing Services
12.3|5|General Service to Service Communication Security
13.1|4|Configuration Documentation
13.2|6|Backend Communication Configuration
13.3|4|Secret Management
13.4|7|Unintended Information Leakage
14.1|2|Data Protection Documentation
14.2|8|General Data Protection
14.3|3|Client-side Data Protection
15.1|5|Secure Coding and Architecture Documentation
15.2|5|Security Architecture and Dependencies
15.3|7|Defensive Coding
15.4|4|Safe Concurrency
16.1|1|Security Logging Documentation
16.2|5|General Logging
16.3|4|Security Events
16.4|3|Log Protection
16.5|4|Error Handling
17.1|2|TURN Server
17.2|8|Media
17.3|2|Signaling`;
