using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Items;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Rendering;

/// <summary>Stories as people see them. All of their text comes from outside, and stays text.</summary>
internal sealed class StoryCards(SnapshotHolder snapshots, StoryTemplates templates)
{
    private const int MaxPostLength = 2800;
    private const int MaxLinkLength = 500;
    private const int MaxSources = 4;
    private const int MaxSubjects = 4;
    private const int MaxCategories = 3;

    /// <summary>A post of one story.</summary>
    /// <param name="marker">The id of the button by which the post is known again.</param>
    /// <param name="mention">The role that it pings; null for none.</param>
    /// <param name="look">How posts look there; null for as usual.</param>
    public Card Create(StoryView story, string marker, string? mention, PostLook? look = null)
    {
        look ??= PostLook.Usual;
        var writer = new CardWriter(AccentOf(story.Item.Kind));
        if (mention is not null)
            writer.Add(Mentions.Role(mention));
        var shown = look.Template is { } template ? templates.Render(story, template, look) : null;
        if (shown is { } own)
            writer.Add(own.Markdown);
        else
            AddTexts(writer, story, look);
        writer.AddButton(marker, "Why this?");
        foreach (
            var subject in story
                .Subjects.Select(snapshots.Current.Facts.Find)
                .OfType<AiNewsBot.Facts.Model.SubjectView>()
                .Where(subject =>
                    subject.Subject.Kind is not (AiNewsBot.Facts.Model.SubjectKind.Topic or AiNewsBot.Facts.Model.SubjectKind.Licence)
                )
                .Take(2)
        )
            writer.AddButton(ButtonId.Format(ButtonId.Model, subject.Id), subject.Name);
        AddPages(writer, story.Item);
        return shown is { ShowsImage: false } ? writer.ToCard() : StoryPictures.AddTo(writer.ToCard(), story, look);
    }

    private void AddTexts(CardWriter writer, StoryView story, PostLook look)
    {
        var text = look.IsTitleAlone || story.IsTitleAlone ? null : TextOf(story.Item, look.MaxLength);
        var hasTitle = !story.Item.Details.IsUntitled || text is null;
        if (hasTitle)
            writer.Add($"### {TitleOf(story.Item)}");
        if (text is not null)
            writer.Add(text);
        writer.Add(FootOf(story, isLinked: !hasTitle));
    }

    // What another page says of it, or what it is about where its own page is the talk.
    private static void AddPages(CardWriter writer, NewsItem item)
    {
        var details = item.Details;
        if (details.Submitted is { } submitted && submitted != item.Link)
            writer.AddLinkButton(submitted, "Article");
        if (details.Comments is { } comments && comments != item.Link)
            writer.AddLinkButton(comments, "Comments");
    }

    /// <summary>A story in one line of a list.</summary>
    public static string LineOf(StoryView story) =>
        $"- {TitleOf(story.Item)}\n  -# {Markdown.Escape(story.Sources.IsEmpty ? "this server" : OneLine(story.Sources[0].Name))} · "
        + $"{story.Item.DatedAt.FormatTag('R')}";

    /// <summary>The title, as a link where it has one, without line breaks.</summary>
    public static string TitleOf(NewsItem item)
    {
        var title = OneLine(item.Title);
        return item.Link is null ? Markdown.Escape(title) : Markdown.Link(title, item.Link);
    }

    private static int AccentOf(ItemKind kind) =>
        kind switch
        {
            ItemKind.Fact => 0x2E9E5B,
            ItemKind.Release => 0x2A8FBD,
            ItemKind.Post => 0x8A63C9,
            _ => 0x5B6B7C,
        };

    // What a moderator wrote is shown line by line, as it was written; of a feed's text the beginning is enough.
    private static string? TextOf(NewsItem item, int? max) =>
        item.Kind != ItemKind.Post ? PostText.Create(item, max ?? PostText.UsualLength)
        : string.IsNullOrWhiteSpace(item.Summary) ? null
        : Escaped(item.Summary, MaxPostLength);

    // Escaping makes a text longer, up to twice as long: it is cut until it fits, between words where it has some.
    private static string Escaped(string text, int most)
    {
        if (Markdown.Escape(text) is { } whole && whole.Length <= most)
            return whole;
        var end = Math.Min(text.Length, most);
        while (true)
        {
            end = text.LastIndexOf(' ', end - 1) is var space && space > end / 2 ? space : end * 3 / 4;
            var escaped = Markdown.Escape(text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]);
            if (escaped.Length < most)
                return $"{escaped}…";
        }
    }

    private string FootOf(StoryView story, bool isLinked)
    {
        var parts = new List<string>();
        var details = story.Item.Details;
        if (!story.Sources.IsEmpty)
            parts.Add(
                isLinked && story.Item.Link is { Length: <= MaxLinkLength } link
                    ? Markdown.Link(OneLine(story.Sources[0].Name), link)
                    : Markdown.Escape(OneLine(story.Sources[0].Name))
            );
        if (details.Author is { } author && (story.Sources.IsEmpty || !IsSame(author, story.Sources[0].Name)))
            parts.Add($"by {Markdown.Escape(author)}");
        parts.Add(story.Item.DatedAt.FormatTag());
        var names = story
            .Subjects.Select(snapshots.Current.Facts.Find)
            .OfType<AiNewsBot.Facts.Model.SubjectView>()
            .Take(MaxSubjects)
            .Select(subject => Markdown.Escape(subject.Name))
            .ToArray();
        if (names.Length > 0)
            parts.Add($"about {string.Join(", ", names)}");
        var categories = details.Categories.Where(one => !names.Contains(Markdown.Escape(one), StringComparer.OrdinalIgnoreCase)).ToArray();
        if (categories.Length > 0)
            parts.Add($"filed under {string.Join(", ", categories.Take(MaxCategories).Select(Markdown.Escape))}");
        if (story.Sources.Length > 1)
        {
            var others = story
                .Sources.Skip(1)
                .Select(teller =>
                    teller.Link is null or { Length: > MaxLinkLength }
                        ? Markdown.Escape(OneLine(teller.Name))
                        : Markdown.Link(OneLine(teller.Name), teller.Link)
                )
                .Distinct()
                .ToArray();
            var more = others.Length > MaxSources ? $" and {others.Length - MaxSources} more" : "";
            parts.Add($"also at {string.Join(", ", others.Take(MaxSources))}{more}");
        }

        return $"-# {string.Join(" · ", parts)}";
    }

    private static bool IsSame(string author, string feed) => TitleKey.Normalize(author) is { } name && name == TitleKey.Normalize(feed);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
