using System.Globalization;
using System.Text.RegularExpressions;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Links;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Checks;

/// <summary>Validates the values of a form.</summary>
internal static partial class FactValidator
{
    /// <summary>The longest value that is taken.</summary>
    public const int MaxValueLength = 500;

    /// <summary>The longest name of a maker of promises.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The longest reason.</summary>
    public const int MaxReasonLength = 300;

    /// <summary>What the fields say of a property of a subject, or why they cannot.</summary>
    /// <param name="current">What they change; null for a new statement.</param>
    public static (StatementContent? Content, Refusal? Fault) Read(
        FactBase facts,
        SubjectView subject,
        string property,
        FactFields fields,
        StatementContent? current,
        DateOnly today
    )
    {
        var value = property == Properties.Promise ? PromiseFields.ValueOf(fields.Value) : fields.Value ?? "";
        if (GetError(facts, subject, property, value, current) is { } wrong)
            return (null, wrong);
        if (GetReasonError(property, fields.Why) is { } unreadable)
            return (null, unreadable);
        if (FactDateValidator.GetError(subject, property, value, fields, today) is { } misdated)
            return (null, misdated);
        if (GetDetailsError(property, fields) is { } incomplete)
            return (null, incomplete);

        // Aliases and taught words have no source.
        var isUnsourced = fields.Source is null && FactProperties.IsName(property);
        if (!isUnsourced && GetSourceError(fields.Source) is { } unsourced)
            return (null, unsourced);
        return (
            new StatementContent
            {
                Value = FactProperties.IsLicence(property) ? facts.FindLicence(value)!.Id : value,
                ValidFrom = fields.Since ?? (property == Properties.Announced ? value : null),
                ValidTo = fields.Until ?? (FactProperties.HasDetails(property) ? current?.ValidTo : null),
                Sources =
                    isUnsourced ? []
                    : current is { Sources: [var first, ..] } && first.Url == fields.Source ? current.Sources
                    : [SourceIndex.Create(facts).Cite(facts, subject, fields.Source!)],
                VerifiedOn = IsoDay.Format(today),
                Note = current?.Value == value ? current.Note : null,
                Rank = current?.Rank ?? "normal",
                Qualifiers = fields.Details(
                    property,
                    current is not null && (current.Value == value || FactProperties.IsMany(property))
                        ? current.Qualifiers
                        : StatementContent.None
                ),
                IsLocked = current?.IsLocked ?? false,
            },
            null
        );
    }

    /// <summary>Why an address cannot be a source; null when it can.</summary>
    public static Refusal? GetSourceError(string? url) =>
        url is null
            ? new Refusal(RefusalCode.SourceMissing)
            : (PublicLink.GetFault(url) ?? (PublicLink.IsReserved(new Uri(url)) ? LinkError.Private : null)) switch
            {
                LinkError.TooLong => new Refusal(RefusalCode.SourceTooLong, $"{PublicLink.MaxLength}"),
                LinkError.NoAddress => new Refusal(RefusalCode.SourceNoAddress),
                LinkError.Private => new Refusal(RefusalCode.SourcePrivate, PublicLink.HostOf(new Uri(url))),
                _ => null,
            };

    /// <summary>Why a text cannot be shown as it is; null when it can.</summary>
    public static Refusal? GetTextError(string? text, string what, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Refusal(RefusalCode.TextMissing, what);
        if (text.Length > longest)
            return new Refusal(RefusalCode.TextTooLong, what, $"{text.Length}", $"{longest}");
        if (
            text.Any(character =>
                char.IsControl(character) && character != '\n' || char.GetUnicodeCategory(character) == UnicodeCategory.Format
            )
        )
            return new Refusal(RefusalCode.TextInvisible, what);
        return Pinging().IsMatch(text) ? new Refusal(RefusalCode.TextFormatted, what) : null;
    }

    // The form of a promise has no room for a reason, and its source tells it.
    private static Refusal? GetReasonError(string property, string? why) =>
        why is null && property == Properties.Promise ? null : GetTextError(why, "reason", MaxReasonLength);

    private static Refusal? GetDetailsError(string property, FactFields fields) =>
        property switch
        {
            Properties.Promise => GetTextError(fields.By, "name of who promised it", MaxNameLength)
                ?? (fields.Due is null || FactDate.TryParse(fields.Due, out _) ? null : new Refusal(RefusalCode.DueUnreadable, fields.Due)),
            Properties.Condition => GetTextError(fields.Text, "sentence that says what the condition asks", MaxValueLength),
            _ => null,
        };

    private static Refusal? GetError(FactBase facts, SubjectView subject, string property, string value, StatementContent? current)
    {
        if (!FactProperties.For(subject.Subject.Kind).Contains(property))
            return new Refusal(RefusalCode.PropertyUnknown, subject.Name, property);
        if (GetTextError(value, "value", MaxValueLength) is { } unreadable)
            return unreadable;
        if (FactProperties.IsLicence(property))
            return facts.FindLicence(value) is null ? new Refusal(RefusalCode.LicenceUnknown, value) : null;
        if (property == Properties.Announced && !FactDate.TryParse(value, out _))
            return new Refusal(RefusalCode.ValueNoDate, value);
        if (FactProperties.IsName(property))
            return current?.Value == value ? null : NameValidator.GetError(facts, subject, property, value);
        return PropertyValues.GetAllowed(property, value) is { } allowed
            ? new Refusal(RefusalCode.ValueNotAllowed, property, value, allowed)
            : null;
    }

    [GeneratedRegex("@(everyone|here)|<[@#:/]|<a?:|```|\\]\\(", RegexOptions.IgnoreCase)]
    private static partial Regex Pinging();
}
