using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
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

    private static ChatTexts Texts => ChatTexts.Current;

    /// <summary>The form, filled in; a refusal where its id would not fit.</summary>
    public static Reply Create(FactBase facts, FormTarget target, FactFields? shown)
    {
        var id = target.Id;
        if (target.Property == ModelFields.Property)
            return ModelForms.Create(target, shown);
        if (id.Length > ButtonId.MaxLength && target.Draft.Length > 0)
            return Create(facts, target with { Draft = "" }, shown);
        if (id.Length > ButtonId.MaxLength)
            return Replies.Ephemeral(Texts["fact.too_long"]);
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
                    FactProperties.IsLicence(property) ? Texts["fact.ask_licence"] : Texts["fact.ask_what_is_so"],
                    HintOf(property),
                    FactValidator.MaxValueLength
                )
                {
                    Kind = IsSentence(property) ? FieldKind.Paragraph : FieldKind.Line,
                    Value = shown?.Value,
                }
                : new FormField("value", Texts["fact.ask_what_is_so"])
                {
                    Kind = FieldKind.Choice,
                    Choices = choices,
                    Value = shown?.Value,
                },
            new FormField("since", Texts["fact.ask_since"], Texts["fact.hint_date"], MaxDateLength)
            {
                IsOptional = true,
                Value = shown?.Since,
            },
            new FormField("until", Texts["fact.ask_until"], Texts["fact.hint_date"], MaxDateLength)
            {
                IsOptional = true,
                Value = shown?.Until,
            },
            new FormField("source", Texts["fact.ask_source"], "https://…", PublicLink.MaxLength)
            {
                IsOptional = FactProperties.IsName(property),
                Value = shown?.Source,
            },
            new FormField("why", Texts["fact.ask_why"], Texts["fact.hint_why"], FactValidator.MaxReasonLength)
            {
                Kind = FieldKind.Paragraph,
                Value = shown?.Why,
            },
        ];
    }

    // Forms have five fields at most: a promise's source tells why.
    private static ImmutableArray<FormField> ForPromise(FactFields? shown) =>
        [
            new FormField("value", Texts["fact.ask_promised"], Texts["fact.hint_promised"], FactValidator.MaxValueLength)
            {
                Kind = FieldKind.Paragraph,
                Value = shown?.Value,
            },
            new FormField("by", Texts["fact.ask_by"], Texts["fact.hint_by"], FactValidator.MaxNameLength) { Value = shown?.By },
            new FormField("since", Texts["fact.ask_said"], Texts["fact.hint_date"], MaxDateLength) { Value = shown?.Since },
            new FormField("due", Texts["fact.ask_due"], Texts["fact.hint_date"], MaxDateLength) { IsOptional = true, Value = shown?.Due },
            new FormField("source", Texts["fact.ask_source"], "https://…", PublicLink.MaxLength) { Value = shown?.Source },
        ];

    private static ImmutableArray<FormField> ForCondition(FactFields? shown) =>
        [
            new FormField("value", Texts["fact.ask_condition"])
            {
                Kind = FieldKind.Choice,
                Choices = FactProperties.Choices(Properties.Condition),
                Value = shown?.Value,
            },
            new FormField("text", Texts["fact.ask_text"], Texts["fact.hint_text"], FactValidator.MaxValueLength)
            {
                Kind = FieldKind.Paragraph,
                Value = shown?.Text,
            },
            new FormField("since", Texts["fact.ask_since"], Texts["fact.hint_date"], MaxDateLength)
            {
                IsOptional = true,
                Value = shown?.Since,
            },
            new FormField("source", Texts["fact.ask_source"], "https://…", PublicLink.MaxLength) { Value = shown?.Source },
            new FormField("why", Texts["fact.ask_why"], Texts["fact.hint_why"], FactValidator.MaxReasonLength)
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
            new("property", Texts["fact.ask_wrong"])
            {
                Kind = FieldKind.Choice,
                Choices = [.. properties.Take(MaxProperties).Select(slug => new OptionChoice(FactProperties.Label(slug), slug))],
            },
            new("value", Texts["fact.ask_is_so"], Texts["fact.hint_is_so"], FactValidator.MaxValueLength),
            // Forms have five fields at most: of a family, which release it is says more than since when.
            isFamily
                ? ReleaseField(subject, releases)
                : new("since", Texts["fact.ask_since_when"], Texts["fact.hint_date"], MaxDateLength) { IsOptional = true },
            new("source", Texts["fact.ask_source"], "https://…", PublicLink.MaxLength),
            new("why", Texts["fact.ask_why_right"], null, FactValidator.MaxReasonLength) { Kind = FieldKind.Paragraph },
        ];
        return new Reply.Form(id, Ellipsis.Shorten(Texts["fact.what_wrong", ("name", subject.Name)], MaxTitleLength), [.. fields]);
    }

    private static FormField ReleaseField(SubjectView family, ImmutableArray<Release> releases) =>
        releases.Length < MaxChoices
            ? new("subject", Texts["fact.ask_release"])
            {
                Kind = FieldKind.Choice,
                Choices =
                [
                    .. releases.Select(one => new OptionChoice(one.Name, one.Id)),
                    new OptionChoice(Texts["fact.all_of_it", ("name", family.Name)], family.Id),
                ],
            }
            : new("subject", Texts["fact.ask_release"], releases[0].Name, SubjectLookup.MaxLength);

    /// <summary>A form that asks for the subject and the property of the fact, too, where the target leaves it open.</summary>
    public static Reply ForAny(FormTarget target)
    {
        var isAlias = target.Property == Properties.Alias;
        var fields = new List<FormField>
        {
            new("subject", isAlias ? Texts["fact.ask_alias"] : Texts["fact.ask_about"], Texts["fact.hint_about"], SubjectLookup.MaxLength),
        };
        if (!isAlias)
            fields.Add(new FormField("property", Texts["fact.ask_property"], Texts["fact.hint_property"], SubjectLookup.MaxLength));
        fields.Add(
            new FormField("value", isAlias ? Texts["fact.ask_called"] : Texts["fact.ask_is_so"], null, FactValidator.MaxValueLength)
        );
        fields.Add(new FormField("source", Texts["fact.ask_source"], "https://…", PublicLink.MaxLength) { IsOptional = isAlias });
        fields.Add(
            new FormField("why", Texts["fact.ask_why_short"], Texts["fact.hint_asked"], FactValidator.MaxReasonLength)
            {
                Kind = FieldKind.Paragraph,
            }
        );
        return new Reply.Form(target.Id, isAlias ? Texts["fact.form_alias"] : Texts["fact.form_fact"], [.. fields]);
    }

    /// <summary>A form that asks what a whole question asks for.</summary>
    /// <param name="question">As people ask it.</param>
    public static Reply ForPhrasing(bool isGlobal, string question)
    {
        var target = new FormTarget(FormPurpose.Edit, isGlobal) { Subject = TaughtWords.Id };
        return new Reply.Form(
            target.Id,
            Texts["fact.form_teach"],
            [
                new FormField("property", Texts["fact.ask_teach"])
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
                new FormField("value", Texts["fact.ask_question"], Texts["fact.hint_phrasing"], TaughtWords.MaxPhrasingLength)
                {
                    Kind = FieldKind.Paragraph,
                    Value = question,
                },
                new FormField("why", Texts["fact.ask_why_short"], Texts["fact.hint_ask_so"], FactValidator.MaxReasonLength)
                {
                    Kind = FieldKind.Paragraph,
                },
            ]
        );
    }

    private static bool IsSentence(string property) => property is Properties.Event or Properties.Promise or Properties.Says;

    private static string? HintOf(string property) =>
        property switch
        {
            Properties.Announced => "2024-03-17",
            Properties.Country => "FR",
            Properties.Alias => Texts["fact.hint_alias"],
            Properties.Event => Texts["fact.hint_event"],
            _ when FactProperties.IsLicence(property) => "Apache-2.0",
            _ when TaughtWords.PhrasedBy(property) is not null => Texts["fact.hint_phrasing"],
            _ when TaughtWords.AskedBy(property) is not null => Texts["fact.hint_words"],
            _ => null,
        };
}
