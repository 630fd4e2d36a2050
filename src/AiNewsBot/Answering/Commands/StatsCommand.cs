using System.Collections.Immutable;
using AiNewsBot.Answering.Pictures;
using AiNewsBot.Answering.Pictures.Drawing;
using AiNewsBot.Answering.Statistics;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>/stats: what happened in a server, by the week.</summary>
internal sealed class StatsCommand(StatisticsReader statistics, PictureRenderer pictureRenderer, TimeProvider time) : Command
{
    public override CommandDefinition Definition { get; } =
        new("stats", "Questions, unanswered ones, edits and posts in this server, by the week") { IsServerOnly = true };

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.Edit));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var weeks = await statistics.ReadAsync(request.Caller.Server!, cancellationToken);
        var words = PictureText.Texts;
        ImmutableArray<WeekSeries> series =
        [
            new(words["picture.questions"], [.. weeks.Select(week => week.Questions)]),
            new(words["picture.unanswered"], [.. weeks.Select(week => week.Unanswered)]),
            new(words["picture.edits"], [.. weeks.Select(week => week.Edits)]),
            new(words["picture.posts"], [.. weeks.Select(week => week.Posts)]),
        ];
        var chart = new WeekChart(words["picture.weeks"], time.Today(), [.. weeks.Select(week => week.Monday)], series);
        var (now, texts) = (weeks[^1], request.Texts);
        var card = new CardWriter(VerdictStyle.Accent(null))
            .Add(texts["stats.title"])
            .Add(Line(texts, "stats.week", now.Questions, now.Unanswered, now.Edits, now.Posts))
            .Add(Line(texts, "stats.all", Sum(series[0]), Sum(series[1]), Sum(series[2]), Sum(series[3])))
            .Add($"-# {texts["stats.note"]}");
        if (Sum(series[1]) > 0)
            card.Add($"-# {texts["stats.unanswered"]}");
        return new Reply.Show(card.ToCard() with { Picture = await pictureRenderer.RenderAsync(chart) }, IsPrivate: true);
    }

    private static string Line(ChatTexts texts, string key, long questions, long unanswered, long edits, long posts) =>
        texts[
            key,
            ("questions", texts.Count("count.questions", questions)),
            ("unanswered", $"{unanswered}"),
            ("edits", texts.Count("count.edits", edits)),
            ("posts", texts.Count("count.posts", posts))
        ];

    private static long Sum(WeekSeries series) => series.Counts.Sum();
}
