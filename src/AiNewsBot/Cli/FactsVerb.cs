using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Cli.Citations;
using AiNewsBot.Facts.Comparing;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;

namespace AiNewsBot.Cli;

/// <summary>facts validate, stats, compare; the other verbs on facts have files of their own.</summary>
internal static class FactsVerb
{
    public static Command Create(CliContext context) =>
        new("facts", "Check, count, compare, export and import the facts")
        {
            Validate(context),
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

    private static Command Validate(CliContext context)
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "A dataset folder, or one file of it; without it, the dataset that comes with the program",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var references = new Option<string?>("--references")
        {
            Description =
                "A folder with copies of the indexes that the dataset cites: also check that each place cited says what is claimed",
        };
        var verb = new Command("validate", "Check a dataset, and name every fault with its file and line") { folder, references };
        verb.SetAction(parsed =>
        {
            var (path, copies) = (parsed.GetValue(folder), parsed.GetValue(references));
            if (File.Exists(path))
                return ValidateFile(context, path);
            foreach (var missing in new[] { path, copies }.Where(one => one is not null && !Directory.Exists(one)))
                throw new UsageException($"There is no folder {missing}.");
            var result = path is null ? new DatasetResult(DatasetReader.ReadEmbedded(), []) : DatasetReader.ReadFolder(path, context.Today);
            if (result.Dataset is not { } dataset)
            {
                foreach (var fault in result.Errors)
                    context.Out.WriteLine(path is null ? fault.ToString() : $"{path.TrimEnd('/')}/{fault}");
                context.Error.WriteLine(result.Errors.Length == 1 ? "1 fault" : $"{result.Errors.Length} faults");
                return ExitCode.Fault;
            }

            // How people ask and how answers are worded comes with the program, too.
            if (path is null && Languages.GetError() is { } unreadable)
            {
                context.Out.WriteLine(unreadable);
                context.Error.WriteLine("1 fault");
                return ExitCode.Fault;
            }

            if (copies is not null && !CheckCitations(context, copies, dataset.Subjects))
                return ExitCode.Fault;
            var stats = FactStats.Count(dataset.Subjects, context.Today, context.Facts.StaleAfterDays);
            context.Out.WriteLine(
                $"No faults: {stats.Releases} releases of {stats.Organizations} organisations, {stats.Licences} licences, "
                    + $"{stats.Topics} topics, {stats.Claims} claims."
            );
            return ExitCode.Done;
        });
        return verb;
    }

    // A file refers to others: all are read, and what is wrong in this one is named.
    private static int ValidateFile(CliContext context, string path)
    {
        var folder =
            DatasetReader.FindFolder(path)
            ?? throw new UsageException($"{path} is in no dataset folder: none above it has a dataset.yaml.");
        var file = Path.GetRelativePath(folder, Path.GetFullPath(path)).Replace('\\', '/');
        var errors = DatasetReader.ReadFolder(folder, context.Today).Errors;
        var own = errors.Where(error => error.File == file).ToArray();
        foreach (var error in own)
            context.Out.WriteLine(error);
        if (own.Length == 0)
            context.Out.WriteLine($"No faults in {file}.");
        if (own.Length < errors.Length)
            context.Out.WriteLine($"Other files of the dataset have {Quantity.Format(errors.Length - own.Length, "fault")}.");
        return own.Length == 0 ? ExitCode.Done : ExitCode.Fault;
    }

    private static bool CheckCitations(CliContext context, string copies, IEnumerable<Subject> subjects)
    {
        var (count, errors) = new CitationChecker(copies).Check(subjects);
        foreach (var error in errors)
            context.Out.WriteLine(error);
        context.Out.WriteLine($"{count} citations of indexes checked, {errors.Length} do not hold.");
        return errors.IsEmpty;
    }

    private static Command Compare(CliContext context)
    {
        var file = new Argument<string>("csv")
        {
            Description =
                "What indexes claim, one model a line: source, model, date, license_raw, weights, training_code, training_data, paper",
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
