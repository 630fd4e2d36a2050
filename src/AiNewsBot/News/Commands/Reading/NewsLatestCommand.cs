using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.News.Rendering;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Commands.Reading;

/// <summary>/news latest: the newest stories.</summary>
internal sealed class NewsLatestCommand(SnapshotHolder snapshots, NewsSearch search, TimeProvider time) : Command
{
    private const string About = "about";
    private const int MaxCount = 15;

    public override CommandDefinition Definition { get; } =
        new(
            "news latest",
            "The newest stories on open and closed AI",
            new OptionDefinition(About, "A model, family or maker", Completes: true, MaxLength: SubjectLookup.MaxLength),
            Private
        );

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Names.Complete(request.Option(About) ?? "");

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Everyone);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        string? subject = null,
            name = null;
        if (request.Option(About) is { } about)
        {
            var (found, refusal) = SubjectLookup.Find(
                await snapshots.ForAsync(request.Caller.Server, cancellationToken),
                about,
                time.Today()
            );
            if (found is null)
                return Replies.Refusal(refusal!);
            (subject, name) = (found.Id, found.Name);
        }

        var stories = await search.LatestAsync(request.Caller.Server, subject, MaxCount, cancellationToken);
        return stories.IsEmpty
            ? Replies.Ephemeral(Say(request, "stories.none_yet", name))
            : new Reply.Show(StoryLists.Create(Say(request, "stories.newest", name), stories), IsPrivate(request));
    }

    private static string Say(Request request, string key, string? name) =>
        name is null ? request.Texts[key] : request.Texts[$"{key}_on", ("name", name)];
}
