using System.Globalization;
using System.Text.RegularExpressions;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Reading;
using AiNewsBot.Links;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation;

/// <summary>Whether what somebody wrote can be a fact. Each fault is a sentence to whoever wrote it.</summary>
public static partial class FactChecks
{
    /// <summary>The longest value that is taken.</summary>
    public const int LongestValue = 500;

    /// <summary>The longest name of somebody who promises.</summary>
    public const int LongestName = 100;

    /// <summary>The longest reason.</summary>
    public const int LongestReason = 300;

    /// <summary>What the fields say of a property of a subject, or why they cannot.</summary>
    /// <param name="stands">What they change; null for a new statement.</param>
    public static (Content? Content, string? Fault) Read(FactBase facts, SubjectView subject, string property, FactFields fields, Content? stands, DateOnly today)
    {
        var value = property == Properties.Promise ? PromiseFields.ValueOf(fields.Value) : fields.Value ?? "";
        if (FaultOf(facts, subject, property, value, stands) is { } wrong)
            return (null, wrong);
        if (FaultOfReason(property, fields.Why) is { } unreadable)
            return (null, unreadable);
        if (FactDates.GetFault(subject, property, value, fields, today) is { } misdated)
            return (null, misdated);
        if (FaultOfDetails(property, fields) is { } incomplete)
            return (null, incomplete);

        // How people call something, or ask for it, stands nowhere to be read.
        var isUnsourced = fields.Source is null && FactProperties.IsName(property);
        if (!isUnsourced && FaultOfSource(fields.Source) is { } unsourced)
            return (null, unsourced);
        return (new Content
        {
            Value = FactProperties.IsLicence(property) ? facts.FindLicence(value)!.Id : value,
            ValidFrom = fields.Since ?? (property == Properties.Announced ? value : null),
            ValidTo = fields.Until ?? (FactProperties.HasDetails(property) ? stands?.ValidTo : null),
            Sources = isUnsourced ? [] : stands is { Sources: [var first, ..] } && first.Url == fields.Source ? stands.Sources : [SourceIndex.Of(facts).Cite(facts, subject, fields.Source!)],
            VerifiedOn = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Note = stands?.Value == value ? stands.Note : null,
            Rank = stands?.Rank ?? "normal",
            Qualifiers = fields.Details(property, stands is not null && (stands.Value == value || FactProperties.IsMany(property)) ? stands.Qualifiers : Content.None),
            IsLocked = stands?.IsLocked ?? false,
        }, null);
    }

    /// <summary>Why an address cannot be a source; null when it can.</summary>
    public static string? FaultOfSource(string? url) => url is null
        ? "A fact needs its source: the address of a page where others can read it. Nothing was changed."
        : (PublicLink.GetFault(url) ?? (PublicLink.IsReserved(new Uri(url)) ? LinkFault.Private : null)) switch
        {
            LinkFault.TooLong => $"The source's address is longer than {PublicLink.MaxLength} characters. Nothing was changed.",
            LinkFault.NoAddress => "The source is no web address: write one that begins with https:// or http://. Nothing was changed.",
            LinkFault.Private => $"Others cannot read {PublicLink.HostOf(new Uri(url))}: give a source on the public web. Nothing was changed.",
            _ => null,
        };

    /// <summary>Why a text cannot be shown as it is; null when it can.</summary>
    public static string? FaultOfText(string? text, string what, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return $"The {what} is missing. Nothing was changed.";
        if (text.Length > longest)
            return $"The {what} has {text.Length} characters; {longest} are the most. Nothing was changed.";
        if (text.Any(character => char.IsControl(character) && character != '\n' || char.GetUnicodeCategory(character) == UnicodeCategory.Format))
            return $"The {what} has invisible characters: write it anew. Nothing was changed.";
        return Pinging().IsMatch(text) ? $"The {what} has a mention or Markdown in it: write plain text. Nothing was changed." : null;
    }

    // The form of a promise has no room for a reason, and its source tells it.
    private static string? FaultOfReason(string property, string? why) => why is null && property == Properties.Promise ? null : FaultOfText(why, "reason", LongestReason);

    private static string? FaultOfDetails(string property, FactFields fields) => property switch
    {
        Properties.Promise => FaultOfText(fields.By, "name of who promised it", LongestName) ?? (fields.Due is null || FactDate.TryParse(fields.Due, out _) ? null
            : $"'{fields.Due}' is no day on which it can be due: write 2027, 2027-03 or 2027-03-17. Nothing was changed."),
        Properties.Condition => FaultOfText(fields.Text, "sentence that says what the condition asks", LongestValue),
        _ => null,
    };

    private static string? FaultOf(FactBase facts, SubjectView subject, string property, string value, Content? stands)
    {
        if (!FactProperties.Of(subject.Subject.Kind).Contains(property))
            return $"Of {subject.Name}, nothing is kept under '{property}': pick one from the list. Nothing was changed.";
        if (FaultOfText(value, "value", LongestValue) is { } unreadable)
            return unreadable;
        if (FactProperties.IsLicence(property))
            return facts.FindLicence(value) is null ? $"I know no licence '{value}': write its SPDX id, or its name as /licence knows it. Nothing was changed." : null;
        if (property == Properties.Announced && !FactDate.TryParse(value, out _))
            return $"'{value}' is no date: write 2024, 2024-03 or 2024-03-17. Nothing was changed.";
        if (FactProperties.IsName(property))
            return stands?.Value == value ? null : NameChecks.FaultOf(facts, subject, property, value);
        return Values.Fault(property, value) is { } fault ? $"{char.ToUpperInvariant(fault[0])}{fault[1..]}. Nothing was changed." : null;
    }

    [GeneratedRegex("@(everyone|here)|<[@#:/]|<a?:|```|\\]\\(", RegexOptions.IgnoreCase)]
    private static partial Regex Pinging();
}
