using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Chat;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>The values of the form of a fact.</summary>
internal sealed record FactFields(string? Value, string? Since, string? Until, string? Source, string? Why)
{
    /// <summary>Of a promise: who made it.</summary>
    public string? By { get; init; }

    /// <summary>Of a promise: when it is due.</summary>
    public string? Due { get; init; }

    /// <summary>Of a licence's condition: what it asks, in a sentence.</summary>
    public string? Text { get; init; }

    /// <summary>Of an event: its kind, which no form asks for.</summary>
    public string? EventKind { get; init; }

    /// <summary>A model that is not known yet, where it is one that is added.</summary>
    public ModelFields? Model { get; init; }

    /// <summary>As the form came back.</summary>
    public static FactFields From(Request request) =>
        new(
            request.Field("value") ?? request.Field("name"),
            request.Field("since"),
            request.Field("until"),
            request.Field("source"),
            request.Field("why")
        )
        {
            By = request.Field("by"),
            Due = request.Field("due"),
            Text = request.Field("text"),
            Model = request.Fields.ContainsKey("maker")
                ? new ModelFields(request.Field("name"), request.Field("maker"), request.Field("licence"), request.Field("weights"))
                : null,
        };

    /// <summary>What a statement says, for a form to begin with; the reason is always a new one.</summary>
    public static FactFields From(StatementContent content) =>
        new FactFields(content.Value, content.ValidFrom, content.ValidTo, content.Sources is [var first, ..] ? first.Url : null, null).With(
            content.Qualifiers
        );

    /// <summary>With the details that a statement of this kind has.</summary>
    public FactFields With(ImmutableSortedDictionary<string, string> qualifiers) =>
        this with
        {
            By = qualifiers.GetValueOrDefault(Qualifiers.By),
            Due = qualifiers.GetValueOrDefault(Qualifiers.Due),
            Text = qualifiers.GetValueOrDefault(Qualifiers.Text),
            EventKind = qualifiers.GetValueOrDefault(Qualifiers.EventKind),
        };

    /// <summary>The details of a property's statement with what was written; what its form does not ask for stays.</summary>
    public ImmutableSortedDictionary<string, string> Details(string property, ImmutableSortedDictionary<string, string> current) =>
        property switch
        {
            Properties.Promise => Set(Set(current, Qualifiers.By, By), Qualifiers.Due, Due),
            Properties.Condition => Set(current, Qualifiers.Text, Text),
            Properties.Event when EventKind is not null => Set(current, Qualifiers.EventKind, EventKind),
            _ => current,
        };

    /// <summary>Whether a statement says it already: the same value, for the same time.</summary>
    public bool Says(StatementContent content) =>
        content.IsStated
        && string.Equals(Value?.Trim(), content.Value, StringComparison.OrdinalIgnoreCase)
        && (Since?.Trim() ?? "") == (content.ValidFrom ?? "")
        && (Until?.Trim() ?? "") == (content.ValidTo ?? "");

    public static FactFields Parse(string json) => JsonSerializer.Deserialize(json, FieldsJson.Default.FactFields)!;

    public string ToJson() => JsonSerializer.Serialize(this, FieldsJson.Default.FactFields);

    private static ImmutableSortedDictionary<string, string> Set(
        ImmutableSortedDictionary<string, string> details,
        string name,
        string? value
    ) => value is null ? details.Remove(name) : details.SetItem(name, value);
}

/// <summary>The reader, made at compile time.</summary>
[JsonSerializable(typeof(FactFields))]
internal sealed partial class FieldsJson : JsonSerializerContext;
