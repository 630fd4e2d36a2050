using System.Collections.Immutable;
using AiNewsBot.Answering.Pictures;
using AiNewsBot.Answering.Pictures.Drawing;
using AiNewsBot.Answering.Statistics;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Answering.Commands;

/// <summary>/stats: what happened in a server, by the week.</summary>
internal sealed class StatsCommand(StatisticsReader statistics, PictureRenderer pictureRenderer, TimeProvider time) : Command
{
    private const string Title = "This server in twelve weeks";

    public override CommandDefinition Definition { get; } =
        new("stats", "Questions, unanswered ones, edits and posts in this server, by the week") { IsServerOnly = true };

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.Edit));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var weeks = await statistics.ReadAsync(request.Caller.Server!, cancellationToken);
        ImmutableArray<WeekSeries> series =
        [
            new("questions", [.. weeks.Select(week => week.Questions)]),
            new("unanswered", [.. weeks.Select(week => week.Unanswered)]),
            new("edits", [.. weeks.Select(week => week.Edits)]),
            new("posts", [.. weeks.Select(week => week.Posts)]),
        ];
        var chart = new WeekChart(Title, time.Today(), [.. weeks.Select(week => week.Monday)], series);
        var now = weeks[^1];
        var card = new CardWriter(VerdictStyle.Accent(null))
            .Add($"**{Title}**")
            .Add(
                $"This week: {Quantity.Format(now.Questions, "question")}, {now.Unanswered} unanswered, "
                    + $"{Quantity.Format(now.Edits, "edit")}, {Quantity.Format(now.Posts, "post")}."
            )
            .Add(
                $"In all: {Quantity.Format(Sum(series[0]), "question")}, {Sum(series[1])} unanswered, "
                    + $"{Quantity.Format(Sum(series[2]), "edit")}, {Quantity.Format(Sum(series[3]), "post")}."
            )
            .Add("-# Weeks begin on Mondays, in UTC. Questions are counted without what was asked and by whom.");
        if (Sum(series[1]) > 0)
            card.Add("-# What had no answer waits under `/fact unanswered`.");
        return new Reply.Show(card.ToCard() with { Picture = await pictureRenderer.RenderAsync(chart) }, IsPrivate: true);
    }

    private static long Sum(WeekSeries series) => series.Counts.Sum();
}
