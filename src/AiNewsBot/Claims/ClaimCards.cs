using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;

namespace AiNewsBot.Claims;

/// <summary>Checked claims as a card: each with its judgement, why, and the source that bears most.</summary>
internal static class ClaimCards
{
    private const int RoomOfPage = 3000;
    private const int MaxOnPage = 6;
    private const int MaxReasonLength = 420;

    /// <summary>The card of a check for the one who asked for it.</summary>
    public static Card For(ClaimCheck check, ImmutableArray<CheckedClaim> claims, int page) => Page(check, claims, page, null);

    /// <summary>The same for all, with who asked, and the buttons to bring it up to date and to take it back.</summary>
    public static Card Shared(ClaimCheck check, ImmutableArray<CheckedClaim> claims, int page, string user) =>
        Page(check, claims, page, user);

    /// <summary>A message of which nothing can be checked, with what is known of the models that it names.</summary>
    public static Card Nothing(IEnumerable<Answer> known)
    {
        var writer = new CardWriter(VerdictStyle.Accent(null)).Add(Languages.Wording["claim_none"]);
        string[] lines = [.. known.Select(answer => $"ℹ️ {VerdictStyle.Symbol(answer.Verdict)} {Markdown.Escape(answer.Lead)}")];
        return lines.Length == 0 ? writer.ToCard() : writer.Add(lines, count => $"-# and {count} more", isApart: true).ToCard();
    }

    /// <summary>The replacement of a shared check that was taken back.</summary>
    public static Card Withdrawn(string user) =>
        new CardWriter(VerdictStyle.Accent(null)).Add($"This check was taken back by {Mentions.User(user)}.").ToCard();

    private static Card Page(ClaimCheck check, ImmutableArray<CheckedClaim> claims, int page, string? user)
    {
        var pages = Pages([.. claims.Select(Line)]);
        var number = Math.Clamp(page, 1, pages.Count);
        var writer = new CardWriter(VerdictStyle.Accent(claims.Length == 1 ? claims[0].Verdict : null));
        var head =
            check.Link.Length == 0
                ? "**What the facts say to this message**"
                : $"**What the facts say to {Markdown.Link("this message", check.Link)}**";
        if (user is not null)
            head += $"\n-# Checked for {Mentions.User(user)}";
        if (pages.Count > 1)
            head += $"\n-# {claims.Length} claims, page {number} of {pages.Count}";
        writer.Add(head);
        writer.Add(pages[number - 1], _ => "…");
        if (claims.Select(claim => claim.CheckedOn).OfType<DateOnly>().DefaultIfEmpty().Min() is { Year: > 1 } day)
            writer.Add($"-# {Markdown.Escape(Languages.Wording["checked", ("date", $"{day:yyyy-MM-dd}")])}", isApart: true);
        AddButtons(writer, check, number, pages.Count, user);
        return writer.ToCard();
    }

    private static void AddButtons(CardWriter writer, ClaimCheck check, int number, int count, string? user)
    {
        var page = user is null ? ClaimActions.Page : ClaimActions.SharedPage;
        var button = new ClaimButton(check.Id, user ?? "", number);
        if (number > 1)
            writer.AddButton((button with { Page = number - 1 }).Format(page), "Back");
        if (number < count)
            writer.AddButton((button with { Page = number + 1 }).Format(page), "More");
        if (user is null)
        {
            writer.AddButton(button.Format(ClaimActions.Share), "Share");
            return;
        }

        writer.AddButton(button.Format(ClaimActions.Refresh), "Bring up to date");
        writer.AddButton(button.Format(ClaimActions.TakeBack), "Take back");
    }

    private static List<List<string>> Pages(ImmutableArray<string> lines)
    {
        var pages = new List<List<string>> { new() };
        var room = RoomOfPage;
        foreach (var line in lines)
        {
            if (pages[^1].Count > 0 && (line.Length > room || pages[^1].Count == MaxOnPage))
            {
                pages.Add([]);
                room = RoomOfPage;
            }

            pages[^1].Add(line);
            room -= line.Length;
        }

        return pages;
    }

    private static string Line(CheckedClaim claim)
    {
        var reason =
            claim.Reason.Length <= MaxReasonLength ? claim.Reason : claim.Reason[..claim.Reason.LastIndexOf(' ', MaxReasonLength)] + " …";
        var source = Citation.For(claim.Facts) is [{ } first, ..] ? $"\n-# {Markdown.Link(first.Label, first.Source.Address)}" : "";
        var local = claim.Facts.Any(fact => fact.IsLocal) ? $"\n-# {Markdown.Escape(Languages.Wording["local"])}" : "";
        var speaker = claim.Claim.Speaker is { } who ? $"{Markdown.Escape(who)}: " : "";
        return $"{JudgementText.Symbol(claim.Judgement)} {speaker}**{Markdown.Escape(claim.Said)}**: "
            + $"{JudgementText.Sentence(claim.Judgement)} {Markdown.Escape(reason)}{source}{local}";
    }
}
