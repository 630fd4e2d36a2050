using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Filtering;

/// <summary>/news server-filter: which stories all subscriptions of a server post, beside their own filters.</summary>
internal sealed class NewsServerFilterCommand(ServerFilters filters, FilterTrials trials) : Command
{
    private const string Filter = "filter";

    public override CommandDefinition Definition { get; } =
        new(
            "news server-filter",
            "Which stories are posted anywhere in this server: tried on the past 30 days before it counts",
            new OptionDefinition(
                Filter,
                "Such as: -sponsored -\"press release\"; none to let all through",
                MaxLength: StoryFilter.MaxLength
            )
        );

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        var current = await filters.FindAsync(server, cancellationToken);
        if (request.Option(Filter) is not { } text)
            return new Reply.Show(
                new CardWriter(VerdictStyle.Accent(null))
                    .Add(
                        current is null
                            ? request.Texts["filter.none_of_server"]
                            : $"{request.Texts["filter.of_server", ("filter", Markdown.Escape(current.Description))]}\n"
                                + FilterTrials.ChipsOf(current)
                    )
                    .Add(request.Texts["filter.help"])
                    .ToCard(),
                IsPrivate: true
            );
        if (text.Trim().Equals(FilterTrials.None, StringComparison.OrdinalIgnoreCase))
        {
            if (current is null)
                return Replies.Ephemeral(new Refusal(RefusalCode.ServerFilterMissing));
            await filters.SetAsync(server, null, cancellationToken);
            return Replies.Ephemeral(request.Texts["filter.removed_of_server"]);
        }

        if (StoryFilter.TryParse(text, out var fault) is not { } filter)
            return Replies.Ephemeral(fault!);
        await filters.SetDraftAsync(server, filter.Text, cancellationToken);
        return await trials.CreateAsync(
            filter,
            new Subscription { ServerId = server, ChannelId = "" },
            FilterTrials.OfFeeds,
            FilterButtons.IdOfServer(filter.Text),
            cancellationToken
        );
    }
}
