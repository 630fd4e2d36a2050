using System.Text.RegularExpressions;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>What only the whole dataset can show: names used twice, and references to what is not there.</summary>
internal static partial class DatasetConsistencyChecker
{
    public static void Check(
        List<(Subject Subject, FileLocation Place)> subjects,
        List<(Statement Statement, FileLocation Place)> statements,
        DatasetErrorCollector datasetErrorCollector
    )
    {
        var byId = new Dictionary<string, Subject>(StringComparer.OrdinalIgnoreCase);
        foreach (var (subject, fileLocation) in subjects)
        {
            if (
                subject.Id.Length > 0 && !IdForm().IsMatch(subject.Id)
                || subject.Kind != SubjectKind.Licence && subject.Id.Any(char.IsAsciiLetterUpper)
            )
                datasetErrorCollector.Add(fileLocation, $"'{subject.Id}' is no id: lower-case letters, digits, dots and dashes");
            if (!byId.TryAdd(subject.Id, subject))
                datasetErrorCollector.Add(fileLocation, $"the id '{subject.Id}' is used twice");
        }

        CheckNames(subjects, datasetErrorCollector);
        foreach (var (subject, fileLocation) in subjects)
        {
            var parent = subject.Kind switch
            {
                SubjectKind.Release => SubjectKind.Family,
                SubjectKind.Family => SubjectKind.Organization,
                _ => (SubjectKind?)null,
            };
            if (parent is { } kind && (subject.Parent is null || byId.GetValueOrDefault(subject.Parent)?.Kind != kind))
                datasetErrorCollector.Add(fileLocation, $"there is no {kind.ToString().ToLowerInvariant()} '{subject.Parent}'");
            if (
                subject.Kind == SubjectKind.Software
                && subject.Parent is { } owner
                && byId.GetValueOrDefault(owner)?.Kind != SubjectKind.Organization
            )
                datasetErrorCollector.Add(fileLocation, $"there is no organization '{owner}'");
            foreach (var related in subject.Related.Where(id => !byId.ContainsKey(id)))
                datasetErrorCollector.Add(fileLocation, $"'{subject.Id}' is about '{related}', which does not exist");
        }

        foreach (var (statement, fileLocation) in statements)
        {
            var isLicence = statement.Property == Properties.Licence || Properties.ComponentOfLicence(statement.Property) is not null;
            if (isLicence && byId.GetValueOrDefault(statement.Value)?.Kind != SubjectKind.Licence)
                datasetErrorCollector.Add(fileLocation, $"there is no licence '{statement.Value}'");
            if (
                statement.Property == Properties.BasedOn
                && byId.GetValueOrDefault(statement.Value)?.Kind is not (SubjectKind.Release or SubjectKind.Family)
            )
                datasetErrorCollector.Add(fileLocation, $"there is no release or family '{statement.Value}' to be based on");
            foreach (
                var id in (statement.Qualifier("about") ?? "")
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Where(id => !byId.ContainsKey(id))
            )
                datasetErrorCollector.Add(fileLocation, $"'{id}' does not exist");
        }
    }

    // A family may be called like its maker; everything else is called by its name alone. Topics are found by other ways than names.
    private static void CheckNames(List<(Subject Subject, FileLocation Place)> subjects, DatasetErrorCollector datasetErrorCollector)
    {
        var byName = new Dictionary<(bool IsTopic, string Name), Subject>();
        foreach (var (subject, fileLocation) in subjects)
        {
            foreach (var name in NameVariants.Stated(subject))
            {
                if (byName.TryAdd((subject.Kind == SubjectKind.Topic, name), subject))
                    continue;
                var other = byName[(subject.Kind == SubjectKind.Topic, name)];
                if (other.Id != subject.Id && !IsOwnMaker(subject, other) && !IsOwnMaker(other, subject))
                    datasetErrorCollector.Add(fileLocation, $"'{subject.Id}' is called '{name}', and so is '{other.Id}'");
            }
        }
    }

    private static bool IsOwnMaker(Subject family, Subject organization) =>
        family.Kind == SubjectKind.Family && organization.Kind == SubjectKind.Organization && family.Parent == organization.Id;

    [GeneratedRegex("^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$")]
    private static partial Regex IdForm();
}
