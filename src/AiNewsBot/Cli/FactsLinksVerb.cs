using System.CommandLine;
using System.Globalization;
using AiNewsBot.Cli.Links;
using AiNewsBot.Facts.Model;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Hosting;
using AiNewsBot.News.Ingest;

namespace AiNewsBot.Cli;

/// <summary>facts links: whether the addresses that facts cite still answer.</summary>
internal static class FactsLinksVerb
{
    private const string DefaultReport = "links.jsonl";
    private const int DefaultPause = 2;
    private const int DefaultAge = 30;
    private const int MaxShownSubjects = 3;

    public static Command Create(CliContext context, Func<Task<IReadOnlyList<Subject>>> read)
    {
        var report = new Option<string>("--report")
        {
            Description = "The file that remembers each address; a run that was stopped continues from it",
            DefaultValueFactory = _ => DefaultReport,
        };
        var pause = new Option<int>("--pause")
        {
            Description = "Seconds between two requests to one server",
            DefaultValueFactory = _ => DefaultPause,
        };
        var age = new Option<int>("--older-than")
        {
            Description = "Ask again for what was asked for so many days ago",
            DefaultValueFactory = _ => DefaultAge,
        };
        var archive = new Option<string>("--archive")
        {
            Description = "Where the Internet Archive says which copies it keeps",
            DefaultValueFactory = _ => "https://archive.org/wayback/available",
        };
        var verb = new Command("links", "Check that the pages which facts cite still answer, and find archived copies of those that do not")
        {
            report,
            pause,
            age,
            archive,
        };
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                if (parsed.GetValue(pause) is < 0 or > 3_600)
                    throw new UsageException("--pause is a number of seconds from 0 to 3600.");
                var citing = (await read())
                    .SelectMany(subject => subject.Statements)
                    .SelectMany(claim => claim.Sources.Select(source => (Url: source.Address, claim.Subject)))
                    .ToLookup(pair => pair.Url, pair => pair.Subject);
                var file = new LinkReport(parsed.GetValue(report)!);
                var known = file.Read();
                var oldest = context.Time.GetUtcNow() - TimeSpan.FromDays(parsed.GetValue(age));
                var due = citing
                    .Select(pair => pair.Key)
                    .Where(url => known.GetValueOrDefault(url) is not { } link || link.CheckedAt < oldest)
                    .ToArray();
                context.Out.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{citing.Count} addresses are cited; {due.Length} are to be asked for, the others were since {oldest:yyyy-MM-dd}."
                    )
                );
                using var fetcher = new FeedFetcher(FetchingFeature.OptionsFor(context.News), context.Time);
                var checker = new LinkChecker(
                    fetcher,
                    context.Time,
                    TimeSpan.FromSeconds(parsed.GetValue(pause)),
                    parsed.GetValue(archive)!
                );
                await foreach (var link in checker.CheckAsync(due, cancellationToken))
                {
                    file.Append(link);
                    if (link.State != LinkState.Alive)
                        context.Out.WriteLine($"{link.State.ToString().ToLowerInvariant(), -8}{link.Url}: {link.Reason}");
                }

                return Summarize(context, file.Read(), citing);
            }
        );
        return verb;
    }

    private static int Summarize(CliContext context, IReadOnlyDictionary<string, CheckedLink> links, ILookup<string, string> citing)
    {
        var cited = links.Values.Where(link => citing.Contains(link.Url)).ToArray();
        var dead = cited.Where(link => link.State == LinkState.Dead).OrderBy(link => link.Url, StringComparer.Ordinal).ToArray();
        foreach (var link in dead)
        {
            var subjects = citing[link.Url].Distinct().ToArray();
            var more = subjects.Length > MaxShownSubjects ? ", …" : "";
            context.Out.WriteLine($"{link.Url} is dead; cited for {string.Join(", ", subjects.Take(MaxShownSubjects))}{more}.");
            context.Out.WriteLine(
                link.Archived is { } copy
                    ? $"  Add to its source: archived: \"{copy}\", dead: {link.CheckedAt.UtcDateTime:yyyy-MM-dd}"
                    : "  No archived copy of it is known."
            );
        }

        context.Out.WriteLine(
            $"{cited.Count(link => link.State == LinkState.Alive)} answer, {dead.Length} are dead, "
                + $"{cited.Count(link => link.State == LinkState.Unclear)} could not be checked."
        );
        return dead.Length == 0 ? ExitCode.Done : ExitCode.Fault;
    }
}
