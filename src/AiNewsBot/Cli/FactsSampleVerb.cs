using System.CommandLine;
using System.Globalization;
using AiNewsBot.Facts.Auditing;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>facts sample: claims drawn for an audit.</summary>
internal static class FactsSampleVerb
{
    private const int DefaultCount = 150;

    public static Command Create(CliContext context)
    {
        var folder = new Argument<string>("folder") { Description = "A dataset folder" };
        var count = new Option<int>("--count") { Description = "How many claims to draw", DefaultValueFactory = _ => DefaultCount };
        var seed = new Option<uint>("--seed")
        {
            Description = "Decides which are drawn: the same seed draws the same claims",
            Required = true,
        };
        var verb = new Command("sample", "Draw claims for an audit, one per line with its cited source") { folder, count, seed };
        verb.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)!;
            if (!Directory.Exists(path))
                throw new UsageException($"There is no folder {path}.");
            if (parsed.GetValue(count) < 1)
                throw new UsageException("--count is a number from 1.");
            ClaimSample sample;
            try
            {
                sample = ClaimSample.Draw(path, parsed.GetValue(count), parsed.GetValue(seed));
            }
            catch (FormatException exception)
            {
                throw new UsageException(exception.Message);
            }

            context.Out.WriteLine("n\tsubject\tproperty\tvalue\tsince\tcited source\tfile");
            for (var i = 0; i < sample.Drawn.Length; i++)
                context.Out.WriteLine($"{(i + 1).ToString(CultureInfo.InvariantCulture)}\t{sample.Drawn[i].Line}");
            context.Error.WriteLine(
                $"{sample.Drawn.Length} of {sample.Claims} claims; left out: {sample.Unknown} unknown, {sample.Deprecated} deprecated"
            );
            return ExitCode.Done;
        });
        return verb;
    }
}
