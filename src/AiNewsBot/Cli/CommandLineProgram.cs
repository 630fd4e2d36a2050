using System.CommandLine;
using System.CommandLine.Invocation;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>The command line: verbs, and the one place where faults become lines and exit codes.</summary>
internal static class CommandLineProgram
{
    private const string Description = """
        AiNewsBot answers "is that model really open source?" from curated facts, each with its date and source.

        Without a verb it runs the Discord bot, which needs a token in Discord__Token. To ask in the terminal, no token is needed:
          AiNewsBot ask "Is Grok open source?"
        Configuration keys may be given as --Section:Key=value, for example --Storage:ConnectionString="Data Source=facts.db".
        """;

    // "@everyone" is a question like any other, and no name of a file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] arguments, TextReader @in, TextWriter @out, TextWriter error, TimeProvider time)
    {
        try
        {
            var (keys, rest) = KeyArguments.Split(arguments);
            if (rest is ["help", .. var verbs])
                rest = [.. verbs, "--help"];
            var context = new CliContext(keys, @in, @out, error, time);
            var parsed = Create(context).Parse(rest, Parsing);
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            {
                await WriteErrorAsync(error, [.. parsed.Errors.Select(fault => fault.Message), "Run with --help to see what there is."]);
                return ExitCode.Usage;
            }

            // Signals are the host's: the parser's own handling ends the process after two seconds, with answers still to be given.
            var code = await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = @out,
                    Error = error,
                }
            );
            await @out.FlushAsync();
            return code;
        }
        catch (Exception exception)
        {
            // The one place where faults become lines and exit codes.
            var report = ErrorReport.From(exception);
            await WriteErrorAsync(error, report.Lines);
            return report.Code;
        }
    }

    private static async Task WriteErrorAsync(TextWriter error, IEnumerable<string> lines)
    {
        try
        {
            foreach (var line in lines)
                await error.WriteLineAsync(line);
        }
        catch (IOException)
        {
            // The exit code says it, too.
        }
    }

    private static RootCommand Create(CliContext context)
    {
        var root = new RootCommand(Description)
        {
            AskVerb.Create(context),
            CheckVerb.Create(context),
            FactsVerb.Create(context),
            DbVerb.Create(context),
            DoctorVerb.Create(context),
            HealthVerb.Create(context),
            FeedsVerb.Create(context),
            NewsVerb.Create(context),
        };
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(context);
        root.SetAction((_, cancellationToken) => RunVerb.RunAsync(context, cancellationToken));
        return root;
    }
}
