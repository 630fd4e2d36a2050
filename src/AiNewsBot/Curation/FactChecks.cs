using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AiNewsBot.Curation.Drafts;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Reading;
using AiNewsBot.News.Fetching;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation;

/// <summary>Whether what somebody wrote can be a fact. Each fault is a sentence to whoever wrote it.</summary>
public static partial class FactChecks
{
    /// <summary>The longest value that is taken.</summary>
    public const int LongestValue = 500;

    /// <summary>The longest address of a source.</summary>
    public const int LongestUrl = 400;

    /// <summary>The longest reason.</summary>
    public const int LongestReason = 300;

    private static readonly AddressGuard Guard = new([]);

    /// <summary>What the fields say of a property of a subject, or why they cannot.</summary>
    /// <param name="stands">What they change; null for a new statement.</param>
    public static (Content? Content, string? Fault) Read(FactBase facts, SubjectView subject, string property, FactFields fields, Content? stands, DateOnly today)
    {
        var value = fields.Value ?? "";
        if (FaultOf(facts, subject, property, value, stands) is { } wrong)
            return (null, wrong);
        if (FaultOfText(fields.Why, "reason", LongestReason) is { } unreadable)
            return (null, unreadable);
        if (FaultOfDates(subject, property, value, fields) is { } misdated)
            return (null, misdated);

        // How people call something, or ask for it, stands nowhere to be read.
        var isUnsourced = fields.Source is null && FactProperties.IsName(property);
        if (!isUnsourced && FaultOfSource(fields.Source) is { } unsourced)
            return (null, unsourced);
        return (new Content
        {
            Value = FactProperties.IsLicence(property) ? facts.FindLicence(value)!.Id : value,
            ValidFrom = fields.Since ?? (property == Properties.Announced ? value : null),
            ValidTo = fields.Until,
            Sources = isUnsourced ? [] : stands is { Sources: [var first, ..] } && first.Url == fields.Source ? stands.Sources : [SourceOf(facts, fields.Source!)],
            VerifiedOn = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Note = stands?.Value == value ? stands.Note : null,
            Rank = stands?.Rank ?? "normal",
            Qualifiers = stands is not null && (stands.Value == value || FactProperties.IsMany(property)) ? stands.Qualifiers : Content.None,
            IsLocked = stands?.IsLocked ?? false,
        }, null);
    }

    /// <summary>Why an address cannot be a source; null when it can.</summary>
    public static string? FaultOfSource(string? url)
    {
        if (url is null)
            return "A fact needs its source: the address of a page where others can read it. Nothing was changed.";
        if (url.Length > LongestUrl)
            return $"The source's address is longer than {LongestUrl} characters. Nothing was changed.";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || url.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
            return "The source is no web address: write one that begins with https:// or http://. Nothing was changed.";
        var host = address.IdnHost.TrimEnd('.');
        var isPrivate = IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? Guard.FaultOf(ip) is not null : !host.Contains('.', StringComparison.Ordinal) || PrivateHost().IsMatch(host);
        return isPrivate ? $"Others cannot read {host}: give a source on the public web. Nothing was changed." : null;
    }

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

    private static string? FaultOfDates(SubjectView subject, string property, string value, FactFields fields)
    {
        foreach (var (text, field) in new[] { (fields.Since, "since"), (fields.Until, "until") })
        {
            if (text is not null && !FactDate.TryParse(text, out _))
                return $"In '{field}', '{text}' is no date: write 2024, 2024-03, 2024-03-17, or 2024-03-11/2024-03-17 where sources differ. Nothing was changed.";
        }

        if (fields.Since is { } since && fields.Until is { } until && FactDate.Parse(since).Latest >= FactDate.Parse(until).Latest)
            return $"The dates are out of order: since {since}, until {until}. Nothing was changed.";
        var needsDate = property is Properties.Event or Properties.Promise
            || property == Components.Weights && subject is Release && AvailabilityText.TryParse(value) is Availability.Available or Availability.Gated;
        return needsDate && fields.Since is null ? "Say since when, or on which day: write 2024, 2024-03 or 2024-03-17 under 'since'. Nothing was changed." : null;
    }

    // Near to the fact is what is published where the dataset's first-hand sources are; for anything else, others judge.
    private static SourceJson SourceOf(FactBase facts, string url)
    {
        var address = new Uri(url);
        var known = facts.All.SelectMany(view => view.Subject.Statements).SelectMany(statement => statement.Sources).FirstOrDefault(source => source.Url == url);
        return known is not null ? SourceJson.Of(known) : new SourceJson(url, address.Host + address.AbsolutePath.TrimEnd('/'), address.Host, SourceKind.Secondary.ToString(), null, null);
    }

    [GeneratedRegex("@(everyone|here)|<[@#:/]|<a?:|```|\\]\\(", RegexOptions.IgnoreCase)]
    private static partial Regex Pinging();

    [GeneratedRegex(@"(^|\.)(localhost|local|internal|lan|home|intranet|localdomain|test|invalid|example)$", RegexOptions.IgnoreCase)]
    private static partial Regex PrivateHost();
}
