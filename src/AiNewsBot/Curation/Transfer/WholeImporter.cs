using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Transfer;

/// <summary>
/// Says what a file with all facts would change. It is all: what stands and is not in it is retracted. Only what differs is a change, so that a
/// file brings over what was edited and leaves the rest as the dataset's.
/// </summary>
internal sealed class WholeImporter(FactReader reader, Importer importer, TimeProvider time)
{
    /// <summary>The plan; the fault where the file is none of ours.</summary>
    public (ImportPlan? Plan, string? Fault) Plan(FactPlace place, byte[] file, string together)
    {
        WholeFile? whole;
        try
        {
            whole = WholeFile.Read(file);
        }
        catch (JsonException exception)
        {
            return (null, $"Line {exception.LineNumber + 1}: this is no JSON, or a value of another kind. Nothing was changed.");
        }

        if (whole is null)
            return (null, "This is no file of facts. Nothing was changed.");
        var plan = new Building(place, new LayerRows(place.Layer, reader.Rows(place.Layer, whole.Subjects.Select(subject => subject.Id))), together);
        foreach (var subject in whole.Subjects)
        {
            if (place.Find(subject.Id) is not { } view)
            {
                plan.Refusals.Add($"{subject.Id}: nothing is called so");
                continue;
            }

            AddAliases(plan, view, subject);
            var said = (subject.Statements.IsDefault ? [] : subject.Statements).ToLookup(statement => statement.Property);
            foreach (var property in said.Select(group => group.Key).Union(view.Subject.Statements.Select(statement => statement.Property)))
                AddSlot(plan, view, property, [.. said[property].Select(statement => statement.ToEntry(view.Id))]);
        }

        return (plan.Done(), null);
    }

    private void AddSlot(Building plan, SubjectView view, string property, List<TransferEntry> said)
    {
        var stands = reader.Own(plan.Place.Layer, view.Id, property).ToList();

        // Whatever is the same pairs off first; then what is the same fact in other words, nearer before farther.
        plan.Same += Pair(said, stands, (entry, standing) => Same(entry, standing.Content), (_, _) => { });
        Func<TransferEntry, Standing, bool>[] likenesses =
        [
            (entry, standing) => entry.Value == standing.Content.Value && entry.ValidFrom == standing.Content.ValidFrom,
            (entry, standing) => standing.Content.IsStated && entry.ValidFrom == standing.Content.ValidFrom && entry.Sources.FirstOrDefault()?.Url == standing.Content.Sources.FirstOrDefault()?.Url,
            (entry, standing) => standing.Content.IsStated && entry.ValidFrom == standing.Content.ValidFrom,
            (_, standing) => standing.Content.IsStated,
        ];
        foreach (var isLike in likenesses)
            Pair(said, stands, isLike, (entry, standing) => Check(plan, entry, ChangeKind.Edit, standing));
        foreach (var entry in said)
            Check(plan, entry, ChangeKind.Add, null);
        foreach (var standing in stands.Where(standing => standing.Content.IsStated))
            plan.Changes.Add(plan.Change(ChangeKind.Retract, view.Id, property, standing.Content with { State = Content.Retracted }, standing));
    }

    // Other names stand in the file as a list, without their sources.
    private void AddAliases(Building plan, SubjectView view, WholeSubject subject)
    {
        var said = subject.Aliases.IsDefault ? [] : subject.Aliases;
        var today = time.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var alias in said.Except(view.Subject.Aliases))
        {
            if (NameChecks.FaultOf(plan.Place.Facts.Facts, view, Properties.Alias, alias) is { } fault)
                plan.Refusals.Add($"{view.Id}, alias: {Importer.WithoutEnd(fault)}");
            else
                plan.Adds.Add(plan.Change(ChangeKind.Add, view.Id, Properties.Alias, new Content { Value = alias, VerifiedOn = today }, null));
        }

        foreach (var standing in reader.Own(plan.Place.Layer, view.Id, Properties.Alias).Where(standing => standing.Content.IsStated && !said.Contains(standing.Content.Value)))
            plan.Changes.Add(plan.Change(ChangeKind.Retract, view.Id, Properties.Alias, standing.Content with { State = Content.Retracted }, standing));
    }

    private void Check(Building plan, TransferEntry entry, ChangeKind kind, Standing? standing)
    {
        if (importer.FaultOf(plan.Place, plan.Rows, entry, standing) is { } fault)
        {
            plan.Refusals.Add($"{entry.Subject}, {entry.Property}: {Importer.WithoutEnd(fault)}");
            return;
        }

        var content = entry.ToContent() with { IsLocked = standing?.Content.IsLocked ?? false };
        (standing is null ? plan.Adds : plan.Changes).Add(plan.Change(kind, entry.Subject, entry.Property, content, standing));
    }

    private static bool Same(TransferEntry entry, Content content) => entry.ToContent() with { IsLocked = content.IsLocked } == content;

    private static int Pair(List<TransferEntry> said, List<Standing> stands, Func<TransferEntry, Standing, bool> isLike, Action<TransferEntry, Standing> take)
    {
        var count = 0;
        for (var i = 0; i < said.Count; i++)
        {
            if (stands.FindIndex(standing => isLike(said[i], standing)) is var at && at < 0)
                continue;
            take(said[i], stands[at]);
            said.RemoveAt(i--);
            stands.RemoveAt(at);
            count++;
        }

        return count;
    }

    private sealed class Building(FactPlace place, LayerRows rows, string together)
    {
        public FactPlace Place => place;

        public LayerRows Rows => rows;

        public ImmutableArray<Change>.Builder Adds { get; } = ImmutableArray.CreateBuilder<Change>();

        public ImmutableArray<Change>.Builder Changes { get; } = ImmutableArray.CreateBuilder<Change>();

        public ImmutableArray<string>.Builder Refusals { get; } = ImmutableArray.CreateBuilder<string>();

        public int Same { get; set; }

        public Change Change(ChangeKind kind, string subject, string property, Content content, Standing? standing) =>
            new(kind, place.Layer, subject, property, content) { Statement = standing?.Id, Base = standing?.Revision ?? 0, Reason = "Import", Together = together };

        public ImportPlan Done() => new(Adds.ToImmutable(), Changes.ToImmutable(), [], Same, Refusals.ToImmutable());
    }
}
