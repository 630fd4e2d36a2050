using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Commands;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Language;
using AiNewsBot.Links;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>The form of a fact: what stands is written in it already.</summary>
internal static class FactForms
{
    private const int LongestTitle = 45;
    private const int LongestDate = 21;
    private const int MostProperties = 25;
    private const string DateHint = "2024, 2024-03 or 2024-03-17";
    private const string SourceLabel = "Source: where can others read it?";

    /// <summary>The form, filled in; a refusal where its id would not fit.</summary>
    public static Reply Of(FactBase facts, FormTarget target, FactFields? shown)
    {
        var id = ButtonId.Of(FactButtons.Form, target.Brief);
        if (id.Length > ButtonId.Longest && target.Draft.Length > 0)
            return Of(facts, target with { Draft = "" }, shown);
        if (id.Length > ButtonId.Longest)
            return Answered.Say("The names of this fact are too long for a form. Use /fact import.");
        var title = $"{facts.Find(target.Subject)?.Name}: {FactProperties.Label(target.Property)}";
        var fields = target.Property switch
        {
            Properties.Promise => OfPromise(shown),
            Properties.Condition => OfCondition(shown),
            _ => OfValue(target.Property, shown),
        };
        return new Reply.Ask(id, Short(title), fields);
    }

    private static ImmutableArray<FormField> OfValue(string property, FactFields? shown)
    {
        var choices = FactProperties.Choices(property);
        return
        [
            choices.IsEmpty
                ? new FormField("value", FactProperties.IsLicence(property) ? "Licence: its SPDX id or name" : "What is so", HintOf(property), FactChecks.LongestValue)
                {
                    Kind = IsSentence(property) ? FieldKind.Paragraph : FieldKind.Line,
                    Value = shown?.Value,
                }
                : new FormField("value", "What is so") { Kind = FieldKind.Choice, Choices = choices, Value = shown?.Value },
            new FormField("since", "Since when", DateHint, LongestDate) { IsOptional = true, Value = shown?.Since },
            new FormField("until", "Until when, if it is over", DateHint, LongestDate) { IsOptional = true, Value = shown?.Until },
            new FormField("source", SourceLabel, "https://…", PublicLink.MaxLength) { IsOptional = FactProperties.IsName(property), Value = shown?.Source },
            new FormField("why", "Why do you change it?", "What was wrong, or what is new", FactChecks.LongestReason) { Kind = FieldKind.Paragraph, Value = shown?.Why },
        ];
    }

    // Forms have five fields at most: a promise's source tells why.
    private static ImmutableArray<FormField> OfPromise(FactFields? shown) =>
    [
        new FormField("value", "What was promised?", "open source Grok 3", FactChecks.LongestValue) { Kind = FieldKind.Paragraph, Value = shown?.Value },
        new FormField("by", "Who promised it?", "A person or a company", FactChecks.LongestName) { Value = shown?.By },
        new FormField("since", "When did they say so?", DateHint, LongestDate) { Value = shown?.Since },
        new FormField("due", "When is it due, if they said so?", DateHint, LongestDate) { IsOptional = true, Value = shown?.Due },
        new FormField("source", SourceLabel, "https://…", PublicLink.MaxLength) { Value = shown?.Source },
    ];

    private static ImmutableArray<FormField> OfCondition(FactFields? shown) =>
    [
        new FormField("value", "What kind of condition is it?") { Kind = FieldKind.Choice, Choices = FactProperties.Choices(Properties.Condition), Value = shown?.Value },
        new FormField("text", "What does it ask, in a sentence?", "Not more than 700 million users a month", FactChecks.LongestValue) { Kind = FieldKind.Paragraph, Value = shown?.Text },
        new FormField("since", "Since when", DateHint, LongestDate) { IsOptional = true, Value = shown?.Since },
        new FormField("source", SourceLabel, "https://…", PublicLink.MaxLength) { Value = shown?.Source },
        new FormField("why", "Why do you change it?", "What was wrong, or what is new", FactChecks.LongestReason) { Kind = FieldKind.Paragraph, Value = shown?.Why },
    ];

    /// <summary>The form of whoever saw a mistake and is to say where.</summary>
    public static Reply Report(FormTarget target, SubjectView subject) => new Reply.Ask(ButtonId.Of(FactButtons.Form, target.Brief), Short($"{subject.Name}: what is wrong?"),
    [
        new FormField("property", "What of it is wrong?") { Kind = FieldKind.Choice, Choices = [.. FactProperties.Of(subject.Subject.Kind).Take(MostProperties).Select(slug => new Suggestion(FactProperties.Label(slug), slug))] },
        new FormField("value", "What is so?", "Apache-2.0, available, a sentence, …", FactChecks.LongestValue),
        new FormField("since", "Since when?", "2024, 2024-03 or 2024-03-17", LongestDate) { IsOptional = true },
        new FormField("source", SourceLabel, "https://…", PublicLink.MaxLength),
        new FormField("why", "Why is that right?", null, FactChecks.LongestReason) { Kind = FieldKind.Paragraph },
    ]);

    /// <summary>A form that asks of whom and what the fact is, too, where the target leaves it open.</summary>
    public static Reply OfAny(FormTarget target)
    {
        var isAlias = target.Property == Properties.Alias;
        var fields = new List<FormField> { new("subject", isAlias ? "Whom does it mean?" : "Of whom or what is it?", "A model, family, maker, licence or topic", Names.Longest) };
        if (!isAlias)
            fields.Add(new FormField("property", "What of it?", "licence, weights, training data, event, …", Names.Longest));
        fields.Add(new FormField("value", isAlias ? "What is it called, too?" : "What is so?", null, FactChecks.LongestValue));
        fields.Add(new FormField("source", SourceLabel, "https://…", PublicLink.MaxLength) { IsOptional = isAlias });
        fields.Add(new FormField("why", "Why?", "People asked for it", FactChecks.LongestReason) { Kind = FieldKind.Paragraph });
        return new Reply.Ask(ButtonId.Of(FactButtons.Form, target.Brief), isAlias ? "Another name" : "A new fact", [.. fields]);
    }

    private static string Short(string title) => title.Length <= LongestTitle ? title : title[..(LongestTitle - 1)] + "…";

    private static bool IsSentence(string property) => property is Properties.Event or Properties.Promise or Properties.Says;

    private static string? HintOf(string property) => property switch
    {
        Properties.Announced => "2024-03-17",
        Properties.Country => "FR",
        Properties.Alias => "Another name for it",
        Properties.Event => "What happened, in a sentence",
        _ when FactProperties.IsLicence(property) => "Apache-2.0",
        _ when Vocabulary.AskedBy(property) is not null => "One to four words, as people write them",
        _ => null,
    };
}
