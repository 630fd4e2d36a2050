// Dapper's calls are written out when the bot is built: a native program cannot write code at run time. A test finds calls that are not.
[module: Dapper.DapperAot]
