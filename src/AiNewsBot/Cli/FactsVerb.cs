using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AiNewsBot.Facts.Comparing;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;

namespace AiNewsBot.Cli;

/// <summary>facts stats, compare; the other verbs on facts have files of their own.</summary>
internal static class FactsVerb
{
    public static Command Create(CliContext context) =>
        new("facts", "Check, count, compare, export and import the facts")
        {
            FactsValidateVerb.Create(context),
            Stats(context),
            Compare(context),
            FactsLinksVerb.Create(context, () => SubjectsAsync(context)),
            FactsAskedVerb.Create(context),
            FactsStaleVerb.Create(context),
            FactsSampleVerb.Create(context),
            FactsExport.Create(context),
            FactsPhrasingsVerb.Create(context, () => SubjectsAsync(context)),
            FactsImportVerb.Create(context),
        };

    private static Command Compare(CliContext context)
    {
        var file = new Argument<string>("csv")
        {
            Description = "What indexes claim, one model per line, with the columns " + ReferenceCsv.Columns,
        };
        var verb = new Command("compare", "Compare the facts with what indexes of models claim") { file };
        verb.SetAction(
            async (parsed, _) =>
            {
                var comparison = Comparison.Create(
                    FactBase.Create(await SubjectsAsync(context)),
                    ReferenceCsv.Read(parsed.GetValue(file)!),
                    context.Today
                );
                foreach (var agreement in comparison.Agreements)
                    context.Out.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{agreement.Source, -20} {agreement.Property, -14} {agreement.Agreed, 4} of {agreement.Compared, 4} agree "
                                + $"{100.0 * agreement.Agreed / agreement.Compared, 6:0.0} %"
                        )
                    );
                foreach (var (source, unknown, models) in comparison.Unknown)
                    context.Out.WriteLine($"{source, -20} {unknown} of {models} models are not known here");
                foreach (var difference in comparison.Differences)
                    context.Out.WriteLine(
                        $"{difference.Source}: {difference.Model}, {difference.Property}: {difference.Theirs}; here "
                            + $"{difference.Release.Id}: {difference.Ours}"
                    );
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static Command Stats(CliContext context)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var depth = new Option<bool>("--depth") { Description = "Also say how deep the facts go, and what is not stated" };
        var verb = new Command("stats", "Count the facts by kind") { json, depth };
        verb.SetAction(
            async (parsed, _) =>
            {
                var subjects = await SubjectsAsync(context);
                var stats = FactStats.Count(subjects, context.Today, context.Facts.StaleAfterDays);
                var counts = stats.ByName;
                if (parsed.GetValue(json))
                {
                    using var stream = new MemoryStream();
                    using (var writer = new Utf8JsonWriter(stream))
                    {
                        writer.WriteStartObject();
                        foreach (var (name, count) in counts)
                            writer.WriteNumber(name, count);
                        writer.WriteEndObject();
                    }

                    context.Out.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
                    return ExitCode.Done;
                }

                foreach (var (name, count) in counts)
                    context.Out.WriteLine($"{name, -14}{count, 7}");
                if (stats.OldestCheck is { } oldest)
                    context.Out.WriteLine(
                        $"The oldest check is of {oldest:yyyy-MM-dd}; stale is what was not checked for "
                            + $"{context.Facts.StaleAfterDays} days."
                    );
                if (parsed.GetValue(depth))
                    CoverageReport.Write(FactCoverage.Measure(FactBase.Create(subjects), context.Today), context.Out);
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static async Task<IReadOnlyList<Subject>> SubjectsAsync(CliContext context)
    {
        using var database = context.OpenDatabase();
        try
        {
            return await new FactStore(database, context.Time).ReadAsync();
        }
        catch (StorageException exception)
        {
            context.Error.WriteLine($"{exception.Message} Taking the facts that came with the program.");
            return DatasetReader.ReadEmbedded().Subjects;
        }
    }
}
