using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Questions;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// Questions answered in memory, over the whole dataset and over ten times as much of it. Wanted: 0.1 ms at the median and 0.3 ms at the
/// 99th percentile, and within three times of that at ten times the dataset. Beside it a full-text search on the same questions.
/// </summary>
internal static class Questions
{
    private const int Rounds = 10;
    private const int Grown = 10;
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly string[] Forms =
    [
        "is {0} open source",
        "what licence is {0} under",
        "can i use {0} commercially",
        "when was {0} released",
        "is the training data of {0} public",
        "was {0} open source in 2024",
    ];

    public static Task MeasureAsync()
    {
        var subjects = DatasetReader.ReadEmbedded().Subjects;
        var small = FactBase.Create(subjects);
        string[] made =
        [
            .. small.Releases.Concat(small.Families).SelectMany(view => Forms.Select(form => string.Format(null, form, view.Name))),
            .. small.Topics.SelectMany(topic => topic.Subject.Asks),
        ];
        var asked = AskedQuestion.ReadAll().ToArray();
        foreach (var times in (int[])[1, Grown])
        {
            var answerer = new Answerer(times == 1 ? small : FactBase.Create(DatasetGrower.Grow(subjects, times)));
            var size = $"{answerer.Facts.Releases.Length} releases";
            Measure($"made from names, {size}", made, question => answerer.Ask(question, Today));
            Measure($"as people ask, {size}", [.. asked.Select(row => row.Text)], question => answerer.Ask(question, Today));
            using var search = new FullTextSearch(answerer.Facts);
            Measure($"full-text search, made from names, {size}", made, question => search.First(question));
            Measure($"full-text search, as people ask, {size}", [.. asked.Select(row => row.Text)], question => search.First(question));
            Compare(answerer, search, asked, size);
        }

        return Task.CompletedTask;
    }

    // Whether the one subject that is asked about is the first that is found: of those questions that have one, as a person expects it.
    private static void Compare(Answerer answerer, FullTextSearch search, AskedQuestion[] asked, string size)
    {
        var rows = asked.Where(row => row.Subjects is [var only] && !only.Contains("-")).ToArray();
        var answered = rows.Count(row =>
            answerer.Ask(row.Text, Today) is { Subjects: [var first, ..] } && row.Subjects[0].Contains(first.Id)
        );
        var found = rows.Count(row => search.First(row.Text) is { } id && row.Subjects[0].Contains(id));
        Console.WriteLine(
            $"the right subject first, of {rows.Length} questions as people ask, {size}: ours {100.0 * answered / rows.Length:0.0} %, "
                + $"full-text search {100.0 * found / rows.Length:0.0} %"
        );
    }

    private static void Measure(string name, string[] questions, Action<string> ask)
    {
        for (var round = 0; round < 3; round++)
        {
            foreach (var question in questions)
                ask(question);
        }

        var times = new double[questions.Length * Rounds];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < times.Length; i++)
        {
            var began = ThreadClock.Now;
            ask(questions[i % questions.Length]);
            times[i] = ThreadClock.Now - began;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Console.WriteLine(
            $"a question {name}: processor time {new Figures(times)}, {allocated / 1024.0 / times.Length:0.#} KB allocated each"
        );
        if (Environment.GetEnvironmentVariable("SLOWEST") is not null)
        {
            foreach (
                var slow in times
                    .Select((time, index) => (Time: time, Question: questions[index % questions.Length]))
                    .GroupBy(pair => pair.Question)
                    .Select(group => (group.Key, Time: group.Select(pair => pair.Time).Order().ElementAt(group.Count() / 2)))
                    .OrderByDescending(pair => pair.Time)
                    .Take(15)
            )
                Console.WriteLine($"  {slow.Time:0.000} ms: {slow.Key}");
        }
    }
}
