using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;
using AiNewsBot.News.Templates;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Rendering;

/// <summary>What a story has of the fields of templates.</summary>
/// <param name="day">As of when its model is judged.</param>
/// <param name="maxSummary">The most characters of its text.</param>
/// <param name="showsImage">Whether its picture may be shown.</param>
internal sealed class StoryFields(StoryView story, FactBase facts, DateOnly day, int maxSummary, bool showsImage)
{
    private const int MaxTitleLength = 300;
    private const int MaxNameLength = 100;
    private const int MaxLinkLength = 500;
    private const int MaxCategories = 5;

    public TemplateValue? ValueOf(TemplateField field) =>
        field switch
        {
            TemplateField.Title => TextOf(story.Item.Title, MaxTitleLength),
            TemplateField.Link => Link,
            TemplateField.Summary => Summary,
            TemplateField.Image => showsImage && !story.Item.Details.Pictures.IsEmpty ? new TemplateValue("") : null,
            TemplateField.Author => TextOf(story.Item.Details.Author, MaxNameLength),
            TemplateField.Maker => TextOf(Maker?.Name, MaxNameLength),
            TemplateField.Model => TextOf(Model?.Name, MaxNameLength),
            TemplateField.Verdict => Verdict is { } verdict
                ? new TemplateValue(verdict.ToWords(), $"{VerdictStyle.Symbol(verdict)} {verdict.ToWords()}")
                : null,
            TemplateField.Date => new TemplateValue(
                DateOnly.FromDateTime(story.Item.DatedAt.ToDateTimeOffset().UtcDateTime).ToString("O", CultureInfo.InvariantCulture),
                story.Item.DatedAt.FormatTag()
            ),
            TemplateField.Feed => TextOf(story.Sources.IsEmpty ? null : story.Sources[0].Name, MaxNameLength),
            TemplateField.Category => TextOf(string.Join(", ", story.Item.Details.Categories.Take(MaxCategories)), MaxTitleLength),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
        };

    private IEnumerable<SubjectView> Subjects => story.Subjects.Select(facts.Find).OfType<SubjectView>();

    private SubjectView? Model => Subjects.FirstOrDefault(one => one.IsModel);

    private SubjectView? Maker =>
        (Model is { } model ? facts.MakerOf(model) : null) ?? Subjects.FirstOrDefault(one => one.Subject.Kind == SubjectKind.Organization);

    private VerdictKind? Verdict =>
        Model is { } model
        && facts.ReleasesOf(model).Select(release => facts.Judge(release, day)).OfType<Verdict>().ToArray() is { Length: > 0 } verdicts
        && VerdictRules.Combine(verdicts) is var kind and not VerdictKind.Unknown
            ? kind
            : null;

    // In an address that ends with a bracket none is within.
    private TemplateValue? Link =>
        story.Item.Link is { Length: <= MaxLinkLength } link
        && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
            ? new TemplateValue(address.AbsoluteUri, Chat.Cards.Markdown.Address(address))
            : null;

    private TemplateValue? Summary =>
        maxSummary > 0 && PostText.Create(story.Item, maxSummary) is { } markdown
            ? new TemplateValue(PostText.FirstSentences(story.Item, maxSummary) ?? story.Item.Title, markdown)
            : null;

    private static TemplateValue? TextOf(string? text, int max) =>
        text is not null && string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line
            ? new TemplateValue(Chat.Cards.Ellipsis.Shorten(line, max))
            : null;
}
