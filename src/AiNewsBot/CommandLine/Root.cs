using System.CommandLine;
using System.CommandLine.Invocation;
using AiNewsBot.Configuration;
using AiNewsBot.Storage;
using Microsoft.Extensions.Options;

namespace AiNewsBot.CommandLine;

/// <summary>The command line: verbs, and the one place where faults become lines and exit codes.</summary>
internal static class Root
{
    private const string Description =
        """
        AiNewsBot answers "is that model really open source?" from curated facts, each with its date and source.

        Without a verb it runs the Discord bot, which needs a token in Discord__Token. To ask in the terminal, no token is needed:
          AiNewsBot ask "Is Grok open source?"
        Configuration keys may be given as --Section:Key=value, for example --Storage:ConnectionString="Data Source=facts.db".
        """;

    // "@everyone" is a question like any other, and no name of a file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] arguments, TextReader @in, TextWriter @out, TextWriter error, TimeProvider time)
    {
        var (keys, rest) = KeyArguments.Split(arguments);
        var context = new Context(keys, @in, @out, error, time);
        try
        {
            var parsed = Create(context).Parse(rest, Parsing);
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            {
                foreach (var fault in parsed.Errors)
                    await error.WriteLineAsync(fault.Message);
                await error.WriteLineAsync("Run with --help to see what there is.");
                return ExitCode.Usage;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = @out, Error = error });
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
                await error.WriteLineAsync(failure);
            return ExitCode.Usage;
        }
        catch (Exception exception) when (exception is UsageException or InvalidDataException)
        {
            await error.WriteLineAsync(OneLine(exception));
            return ExitCode.Usage;
        }
        catch (StorageException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCode.Fault;
        }
        catch (InvalidOperationException exception) when (exception.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal))
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCode.Usage;
        }
    }

    private static RootCommand Create(Context context)
    {
        var root = new RootCommand(Description) { AskVerb.Create(context), FactsVerb.Create(context), DbVerb.Create(context), DoctorVerb.Create(context), HealthVerb.Create(context), FeedsVerb.Create(context) };
        root.SetAction((_, cancellationToken) => RunVerb.RunAsync(context, cancellationToken));
        return root;
    }

    private static string OneLine(Exception exception) =>
        exception.InnerException is { } inner && exception is InvalidDataException ? $"{exception.Message} {inner.Message}" : exception.Message;
}
