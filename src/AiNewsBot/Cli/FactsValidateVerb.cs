using System.CommandLine;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Cli.Citations;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>facts validate: a dataset, one file of it, or a file of words or texts.</summary>
internal static class FactsValidateVerb
{
    public static Command Create(CliContext context)
    {
        var folder = new Argument<string?>("folder")
        {
            Description =
                "A dataset folder, one file of it, or a language file from a folder called Language or Texts; without it, all that comes "
                + "with the program",
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
                return CheckFile(context, path);
            foreach (var missing in new[] { path, copies }.Where(one => one is not null && !Directory.Exists(one)))
                throw new UsageException($"There is no folder {missing}.");
            return CheckFolder(context, path, copies);
        });
        return verb;
    }

    private static int CheckFolder(CliContext context, string? path, string? copies)
    {
        var result = path is null ? new DatasetResult(DatasetReader.ReadEmbedded(), []) : DatasetReader.ReadFolder(path, context.Today);
        if (result.Dataset is not { } dataset)
            return Report(context, result.Errors.Select(fault => path is null ? fault.ToString() : $"{path.TrimEnd('/')}/{fault}"));

        // How people ask and how answers are worded comes with the program, too.
        if (path is null && Report(context, LanguageErrors()) is var code and not ExitCode.Done)
            return code;
        if (copies is not null && !CheckCitations(context, copies, dataset.Subjects))
            return ExitCode.Fault;
        var stats = FactStats.Count(dataset.Subjects, context.Today, context.Facts.StaleAfterDays);
        context.Out.WriteLine(
            $"No faults: {stats.Releases} releases of {stats.Organizations} organisations, {stats.Licences} licences, "
                + $"{stats.Topics} topics, {stats.Claims} claims."
        );
        return ExitCode.Done;
    }

    private static IEnumerable<string> LanguageErrors()
    {
        foreach (var error in Languages.GetErrors())
            yield return error;
        foreach (var language in TextFile.Languages)
        {
            using var file = TextFile.Open(language);
            if (TextFile.GetError(file, $"texts/{language}.yaml") is { } error)
                yield return error;
        }
    }

    private static int CheckFile(CliContext context, string path)
    {
        var name = Path.GetFileName(path);
        using var file = File.OpenText(path);
        switch (Directory.GetParent(Path.GetFullPath(path))?.Name)
        {
            case "Language":
                return CheckLanguageFile(context, name, Languages.GetError(file, name));
            case "Texts":
                return CheckLanguageFile(context, name, TextFile.GetError(file, name));
            default:
                return CheckDatasetFile(context, path);
        }
    }

    private static int CheckLanguageFile(CliContext context, string name, string? error)
    {
        if (error is not null)
            return Report(context, [error]);
        context.Out.WriteLine($"No faults in {name}.");
        return ExitCode.Done;
    }

    private static int Report(CliContext context, IEnumerable<string> errors)
    {
        var count = 0;
        foreach (var error in errors)
        {
            context.Out.WriteLine(error);
            count++;
        }

        if (count == 0)
            return ExitCode.Done;
        context.Error.WriteLine(Quantity.Format(count, "fault"));
        return ExitCode.Fault;
    }

    // A file refers to others: all are read, and what is wrong in this one is named.
    private static int CheckDatasetFile(CliContext context, string path)
    {
        var folder =
            DatasetReader.FindFolder(path)
            ?? throw new UsageException($"{path} is in no dataset folder: none above it has a dataset.yaml.");
        var file = Path.GetRelativePath(folder, Path.GetFullPath(path)).Replace('\\', '/');
        var result = DatasetReader.ReadFolder(folder, context.Today);
        var own = result.Errors.Where(error => error.File == file).ToArray();
        foreach (var error in own)
            context.Out.WriteLine(error);
        if (own.Length == 0)
            context.Out.WriteLine($"No faults in {file}.");
        if (own.Length < result.Errors.Length)
            context.Out.WriteLine($"Other files of the dataset have {Quantity.Format(result.Errors.Length - own.Length, "fault")}.");
        if (result.Dataset is { } dataset)
            NameGaps(context, FactBase.Create(dataset.Subjects), Path.GetFileNameWithoutExtension(file));
        return own.Length == 0 ? ExitCode.Done : ExitCode.Fault;
    }

    // No fault of the file, and yet the tests of the dataset would fail for it.
    private static void NameGaps(CliContext context, FactBase facts, string family)
    {
        var depth = FactCoverage.Measure(facts, context.Today);
        foreach (var release in depth.InBrief.Where(release => release.Subject.Parent == family))
            context.Out.WriteLine($"{release.Id} is told in brief: less than three quarters of what tests ask for is stated.");
        foreach (var gap in depth.BestKnownGaps.Concat(depth.OtherGaps).Where(gap => gap.Release.Subject.Parent == family))
            context.Out.WriteLine(
                $"{gap.Release.Id} leaves unstated: {string.Join(", ", gap.Missing)}. A test asks for it; where no source tells, say "
                    + "unknown, with a note."
            );
    }

    private static bool CheckCitations(CliContext context, string copies, IEnumerable<Subject> subjects)
    {
        var (count, errors) = new CitationChecker(copies).Check(subjects);
        foreach (var error in errors)
            context.Out.WriteLine(error);
        context.Out.WriteLine($"{count} citations of indexes checked, {errors.Length} do not hold.");
        return errors.IsEmpty;
    }
}
