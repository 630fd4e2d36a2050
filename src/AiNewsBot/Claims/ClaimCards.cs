using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
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
        var writer = new CardWriter(VerdictStyle.Accent(null)).Add(Wording["claim_none"]);
        string[] lines = [.. known.Select(answer => $"ℹ️ {VerdictStyle.Symbol(answer.Verdict)} {Markdown.Escape(answer.Lead)}")];
        return lines.Length == 0 ? writer.ToCard() : writer.Add(lines, AnswerText.More, isApart: true).ToCard();
    }

    /// <summary>The replacement of a shared check that was taken back.</summary>
    public static Card Withdrawn(string user) =>
        new CardWriter(VerdictStyle.Accent(null)).Add(Texts["claim.withdrawn", ("user", Mentions.User(user))]).ToCard();

    private static ChatTexts Texts => ChatTexts.Current;

    private static Wording Wording => Languages.WordingFor(Texts.Language);

    private static Card Page(ClaimCheck check, ImmutableArray<CheckedClaim> claims, int page, string? user)
    {
        var pages = Pages([.. claims.Select(Line)]);
        var number = Math.Clamp(page, 1, pages.Count);
        var writer = new CardWriter(VerdictStyle.Accent(claims.Length == 1 ? claims[0].Verdict : null));
        var message = Texts["claim.message"];
        var head = Texts["claim.title", ("message", check.Link.Length == 0 ? message : Markdown.Link(message, check.Link))];
        if (user is not null)
            head += $"\n{Texts["claim.asked_by", ("user", Mentions.User(user))]}";
        if (pages.Count > 1)
            head += $"\n{Texts["claim.pages", ("count", $"{claims.Length}"), ("page", $"{number}"), ("pages", $"{pages.Count}")]}";
        writer.Add(head);
        writer.Add(pages[number - 1], _ => "…");
        if (claims.Select(claim => claim.CheckedOn).OfType<DateOnly>().DefaultIfEmpty().Min() is { Year: > 1 } day)
            writer.Add($"-# {Markdown.Escape(Wording["checked", ("date", $"{day:yyyy-MM-dd}")])}", isApart: true);
        AddButtons(writer, check, number, pages.Count, user);
        return writer.ToCard();
    }

    private static void AddButtons(CardWriter writer, ClaimCheck check, int number, int count, string? user)
    {
        var page = user is null ? ClaimActions.Page : ClaimActions.SharedPage;
        var button = new ClaimButton(check.Id, user ?? "", number);
        if (number > 1)
            writer.AddButton((button with { Page = number - 1 }).Format(page), Texts["card.back"]);
        if (number < count)
            writer.AddButton((button with { Page = number + 1 }).Format(page), Texts["card.more"]);
        if (user is null)
        {
            writer.AddButton(button.Format(ClaimActions.Share), Texts["card.share"]);
            return;
        }

        writer.AddButton(button.Format(ClaimActions.Refresh), Texts["claim.refresh"]);
        writer.AddButton(button.Format(ClaimActions.TakeBack), Texts["claim.take_back"]);
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
        var local = claim.Facts.Any(fact => fact.IsLocal) ? $"\n-# {Markdown.Escape(Wording["local"])}" : "";
        var speaker = claim.Claim.Speaker is { } who ? $"{Markdown.Escape(who)}: " : "";
        return $"{JudgementText.Symbol(claim.Judgement)} {speaker}**{Markdown.Escape(claim.Said)}**: "
            + $"{JudgementText.Sentence(claim.Judgement)} {Markdown.Escape(reason)}{source}{local}";
    }
}
