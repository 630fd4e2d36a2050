using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Links;

namespace AiNewsBot.Curation.Forms;

/// <summary>The form of a fact, filled in with its current values.</summary>
internal static class FactForms
{
    private const int MaxTitleLength = 45;
    private const int MaxDateLength = 21;
    private const int MaxProperties = 25;
    private const int MaxChoices = 25;
    private const string DateHint = "2024, 2024-03 or 2024-03-17";
    private const string PhrasingHint = "A name in it stands for all of its kind: is grok kosher for my shop";
    private const string SourceLabel = "Source: where can others read it?";

    /// <summary>The form, filled in; a refusal where its id would not fit.</summary>
    public static Reply Create(FactBase facts, FormTarget target, FactFields? shown)
    {
        var id = target.Id;
        if (target.Property == ModelFields.Property)
            return ModelForms.Create(target, shown);
        if (id.Length > ButtonId.MaxLength && target.Draft.Length > 0)
            return Create(facts, target with { Draft = "" }, shown);
        if (id.Length > ButtonId.MaxLength)
            return Replies.Ephemeral("The names of this fact are too long for a form. Use /fact import.");
        var title = $"{facts.Find(target.Subject)?.Name}: {FactProperties.Label(target.Property)}";
        var fields = target.Property switch
        {
            Properties.Promise => ForPromise(shown),
            Properties.Condition => ForCondition(shown),
            _ => ForValue(target.Property, shown),
        };
        return new Reply.Form(id, Ellipsis.Shorten(title, MaxTitleLength), fields);
    }

    /// <summary>The form of a statement, filled in with what it says; an empty one where there is none yet.</summary>
    public static Reply Create(FactBase facts, FormTarget target, CurrentStatement? current) =>
        current is null
            ? Create(facts, target, shown: null)
            : Create(facts, target with { Statement = current.Id, Base = current.Revision }, FactFields.From(current.Content));

    private static ImmutableArray<FormField> ForValue(string property, FactFields? shown)
    {
        var choices = FactProperties.Choices(property);
        return
        [
            choices.IsEmpty
                ? new FormField(
                    "value",
                    FactProperties.IsLicence(property) ? "Licence: its SPDX id or name" : "What is so",
                    HintOf(property),
                    FactValidator.MaxValueLength
                )
                {
                    Kind = IsSentence(property) ? FieldKind.Paragraph : FieldKind.Line,
                    Value = shown?.Value,
                }
                : new FormField("value", "What is so")
                {
                    Kind = FieldKind.Choice,
                    Choices = choices,
                    Value = shown?.Value,
                },
            new FormField("since", "Since when", DateHint, MaxDateLength) { IsOptional = true, Value = shown?.Since },
            new FormField("until", "Until when, if it is over", DateHint, MaxDateLength) { IsOptional = true, Value = shown?.Until },
            new FormField("source", SourceLabel, "https://…", PublicLink.MaxLength)
            {
                IsOptional = FactProperties.IsName(property),
                Value = shown?.Source,
            },
            new FormField("why", "Why do you change it?", "What was wrong, or what is new", FactValidator.MaxReasonLength)
            {
                Kind = FieldKind.Paragraph,
                Value = shown?.Why,
            },
        ];
    }

    // Forms have five fields at most: a promise's source tells why.
    private static ImmutableArray<FormField> ForPromise(FactFields? shown) =>
        [
            new FormField("value", "What was promised?", "open source Grok 3", FactValidator.MaxValueLength)
            {
                Kind = FieldKind.Paragraph,
                Value = shown?.Value,
            },
            new FormField("by", "Who promised it?", "A person or a company", FactValidator.MaxNameLength) { Value = shown?.By },
            new FormField("since", "When did they say so?", DateHint, MaxDateLength) { Value = shown?.Since },
            new FormField("due", "When is it due, if they said so?", DateHint, MaxDateLength) { IsOptional = true, Value = shown?.Due },
            new FormField("source", SourceLabel, "https://…", PublicLink.MaxLength) { Value = shown?.Source },
        ];

    private static ImmutableArray<FormField> ForCondition(FactFields? shown) =>
        [
            new FormField("value", "What kind of condition is it?")
            {
                Kind = FieldKind.Choice,
                Choices = FactProperties.Choices(Properties.Condition),
                Value = shown?.Value,
            },
            new FormField(
                "text",
                "What does it ask, in a sentence?",
                "Not more than 700 million users a month",
                FactValidator.MaxValueLength
            )
            {
                Kind = FieldKind.Paragraph,
                Value = shown?.Text,
            },
            new FormField("since", "Since when", DateHint, MaxDateLength) { IsOptional = true, Value = shown?.Since },
            new FormField("source", SourceLabel, "https://…", PublicLink.MaxLength) { Value = shown?.Source },
            new FormField("why", "Why do you change it?", "What was wrong, or what is new", FactValidator.MaxReasonLength)
            {
                Kind = FieldKind.Paragraph,
                Value = shown?.Why,
            },
        ];

    /// <summary>The form to report a mistake.</summary>
    /// <param name="releases">Those of a family, of which the mistake may be; empty for other subjects.</param>
    public static Reply Report(FormTarget target, SubjectView subject, ImmutableArray<Release> releases)
    {
        var isFamily = !releases.IsEmpty;
        var id = (isFamily ? target : target with { Subject = subject.Id }).Id;
        var properties = FactProperties.For(isFamily ? SubjectKind.Release : subject.Subject.Kind);
        FormField[] fields =
        [
            new("property", "What of it is wrong?")
            {
                Kind = FieldKind.Choice,
                Choices = [.. properties.Take(MaxProperties).Select(slug => new OptionChoice(FactProperties.Label(slug), slug))],
            },
            new("value", "What is so?", "Apache-2.0, available, a sentence, …", FactValidator.MaxValueLength),
            // Forms have five fields at most: of a family, which release it is says more than since when.
            isFamily
                ? ReleaseField(subject, releases)
                : new("since", "Since when?", "2024, 2024-03 or 2024-03-17", MaxDateLength) { IsOptional = true },
            new("source", SourceLabel, "https://…", PublicLink.MaxLength),
            new("why", "Why is that right?", null, FactValidator.MaxReasonLength) { Kind = FieldKind.Paragraph },
        ];
        return new Reply.Form(id, Ellipsis.Shorten($"{subject.Name}: what is wrong?", MaxTitleLength), [.. fields]);
    }

    private static FormField ReleaseField(SubjectView family, ImmutableArray<Release> releases) =>
        releases.Length < MaxChoices
            ? new("subject", "Of which release?")
            {
                Kind = FieldKind.Choice,
                Choices =
                [
                    .. releases.Select(one => new OptionChoice(one.Name, one.Id)),
                    new OptionChoice($"{family.Name}, all of it", family.Id),
                ],
            }
            : new("subject", "Of which release?", releases[0].Name, SubjectLookup.MaxLength);

    /// <summary>A form that asks for the subject and the property of the fact, too, where the target leaves it open.</summary>
    public static Reply ForAny(FormTarget target)
    {
        var isAlias = target.Property == Properties.Alias;
        var fields = new List<FormField>
        {
            new(
                "subject",
                isAlias ? "Alias for" : "What is it about?",
                "A model, family, maker, licence or topic",
                SubjectLookup.MaxLength
            ),
        };
        if (!isAlias)
            fields.Add(new FormField("property", "What of it?", "licence, weights, training data, event, …", SubjectLookup.MaxLength));
        fields.Add(new FormField("value", isAlias ? "What is it called, too?" : "What is so?", null, FactValidator.MaxValueLength));
        fields.Add(new FormField("source", SourceLabel, "https://…", PublicLink.MaxLength) { IsOptional = isAlias });
        fields.Add(new FormField("why", "Why?", "People asked for it", FactValidator.MaxReasonLength) { Kind = FieldKind.Paragraph });
        return new Reply.Form(target.Id, isAlias ? "Another name" : "A new fact", [.. fields]);
    }

    /// <summary>A form that asks what a whole question asks for.</summary>
    /// <param name="question">As people ask it.</param>
    public static Reply ForPhrasing(bool isGlobal, string question)
    {
        var target = new FormTarget(FormPurpose.Edit, isGlobal) { Subject = TaughtWords.Id };
        return new Reply.Form(
            target.Id,
            "Teach a question",
            [
                new FormField("property", "Teach: this asks for")
                {
                    Kind = FieldKind.Choice,
                    Choices =
                    [
                        .. TaughtWords.PhrasingProperties.Select(slug => new OptionChoice(
                            TaughtWords.PhrasedBy(slug)!.Replace('_', ' '),
                            slug
                        )),
                    ],
                },
                new FormField("value", "The question", PhrasingHint, TaughtWords.MaxPhrasingLength)
                {
                    Kind = FieldKind.Paragraph,
                    Value = question,
                },
                new FormField("why", "Why?", "People ask it so", FactValidator.MaxReasonLength) { Kind = FieldKind.Paragraph },
            ]
        );
    }

    private static bool IsSentence(string property) => property is Properties.Event or Properties.Promise or Properties.Says;

    private static string? HintOf(string property) =>
        property switch
        {
            Properties.Announced => "2024-03-17",
            Properties.Country => "FR",
            Properties.Alias => "Another name for it",
            Properties.Event => "What happened, in a sentence",
            _ when FactProperties.IsLicence(property) => "Apache-2.0",
            _ when TaughtWords.PhrasedBy(property) is not null => PhrasingHint,
            _ when TaughtWords.AskedBy(property) is not null => "One to four words, as people write them",
            _ => null,
        };
}
