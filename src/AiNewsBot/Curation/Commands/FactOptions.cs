using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Curation.Commands;

/// <summary>The options by which the commands name a fact: a subject, a property,
/// and one of its statements where there are several.</summary>
internal sealed class FactOptions(FactReader reader, SnapshotHolder snapshots, TimeProvider time)
{
    private const int MaxCount = 25;
    private const int MaxNameLength = 100;

    public static OptionDefinition SubjectOption { get; } =
        new("subject", "A model, family, maker, licence or topic", IsRequired: true, Completes: true, MaxLength: SubjectLookup.MaxLength);

    public static OptionDefinition Property { get; } =
        new("property", "What of it", IsRequired: true, Completes: true, MaxLength: SubjectLookup.MaxLength);

    public static OptionDefinition Layer { get; } =
        new("layer", "Whose facts: this server's, or those that all servers share (for the bot's curators)")
        {
            Choices = [new("this server", "server"), new("all servers", "global")],
        };

    /// <summary>A command on a fact: all of them name it by the same options.</summary>
    public static CommandDefinition Define(string name, string description, params ImmutableArray<OptionDefinition> more) =>
        new(name, description, [SubjectOption, Property, Layer, .. more]);

    public static bool IsGlobal(Request request) => request.Option("layer") == "global";

    /// <summary>Names of subjects, or what can be said of the one that is named.</summary>
    /// <param name="isNew">Whether the property may have no statement yet.</param>
    public async Task<ImmutableArray<OptionChoice>> CompleteAsync(
        Request request,
        bool isNew,
        CancellationToken cancellationToken = default
    )
    {
        var snapshot = IsGlobal(request) ? snapshots.Current : await snapshots.ForAsync(request.Caller.Server, cancellationToken);
        if (request.Focused != Property.Name)
            return snapshot.Names.CompleteAll(request.Option(SubjectOption.Name) ?? "");
        if (SubjectLookup.Resolve(snapshot, request.Option(SubjectOption.Name) ?? "") is not { } subject)
            return [];
        var typed = (request.Option(Property.Name) ?? "").Trim();
        return
        [
            .. FactProperties
                .For(subject.Subject.Kind)
                .SelectMany(property => Suggestions(subject, property, isNew))
                .Where(one => one.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Take(MaxCount),
        ];
    }

    /// <summary>The subject and the property that the options name, and the statement if they name one.</summary>
    public (SubjectView? Subject, string Property, string? Statement, string? Fault) Read(Request request, EditContext place)
    {
        var name = request.Option(SubjectOption.Name) ?? "";
        if (Subject(place, name) is not { } subject)
            return (null, "", null, request.Texts["fact.unknown", ("name", name)]);
        var parts = (request.Option(Property.Name) ?? "").Trim().Split('#', 2);
        var property = FactProperties
            .For(subject.Subject.Kind)
            .FirstOrDefault(slug =>
                slug == parts[0] || string.Equals(FactProperties.Label(slug), parts[0], StringComparison.OrdinalIgnoreCase)
            );
        return property is null
            ? (subject, "", null, request.Texts["fact.property_unknown", ("name", subject.Name), ("property", parts[0])])
            : (subject, property, parts.Length > 1 ? parts[1] : null, null);
    }

    /// <summary>The subject of a name or id; null for an unknown one.</summary>
    public SubjectView? Subject(EditContext place, string name) =>
        place.Find(name.Trim()) ?? SubjectLookup.Find(place.Facts, name, time.Today()).Subject ?? place.Find(name.Trim().Replace(' ', '-'));

    /// <summary>The one statement that is meant; otherwise why it cannot be told.</summary>
    public async Task<(CurrentStatement? Current, string? Fault)> OneAsync(
        EditContext place,
        SubjectView subject,
        string property,
        string? statement,
        CancellationToken cancellationToken = default
    )
    {
        if (
            statement is not null
            && await reader.FindAsync(place.Layer, statement, cancellationToken) is { Content.IsStated: true } named
            && named.Subject == subject.Id
            && named.Property == property
        )
            return (named, null);
        var slot = await reader.ReadPropertyAsync(place.Layer, subject.Id, property, cancellationToken);
        var open = slot.Where(currentStatement => currentStatement.Content.ValidTo is null).ToArray();
        return slot switch
        {
            [] => (null, ChatTexts.Current["fact.none_said", ("name", subject.Name), ("property", FactProperties.Label(property))]),
            [var only] => (only, null),
            _ when open is [var current] && statement is null && !FactProperties.IsMany(property) => (current, null),
            _ => (null, ChooseOne(subject, property, slot.Length)),
        };
    }

    /// <summary>Says that one of several has to be picked.</summary>
    public static string ChooseOne(SubjectView subject, string property, int count) =>
        ChatTexts.Current[
            "fact.choose_statement",
            ("name", subject.Name),
            ("count", $"{count}"),
            ("property", FactProperties.Label(property))
        ];

    /// <summary>All statements among which one is meant.</summary>
    public Task<ImmutableArray<CurrentStatement>> AllAsync(
        EditContext place,
        SubjectView subject,
        string property,
        CancellationToken cancellationToken = default
    ) => reader.ReadPropertyAsync(place.Layer, subject.Id, property, cancellationToken);

    private static IEnumerable<OptionChoice> Suggestions(SubjectView subject, string property, bool isNew)
    {
        var label = FactProperties.Label(property);
        if (isNew)
            return [new OptionChoice(label, property)];
        return subject
            .All(property)
            .Select(statement =>
            {
                var name = $"{label}: {statement.Value}{(statement.ValidFrom is { } since ? $" since {since}" : "")}";
                return new OptionChoice(
                    name.Length <= MaxNameLength ? name : name[..MaxNameLength],
                    statement.Id is { } id ? $"{property}#{id}" : property
                );
            });
    }
}
