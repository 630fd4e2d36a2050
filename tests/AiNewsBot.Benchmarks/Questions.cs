using System.Diagnostics;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Reading;

namespace AiNewsBot.Benchmarks;

/// <summary>Questions answered in memory, over the whole dataset. Wanted: under 1 ms at the 99th percentile.</summary>
internal static class Questions
{
    private const int Rounds = 20;
    private static readonly string[] Forms = ["is {0} open source", "what licence is {0} under", "can i use {0} commercially", "when was {0} released", "is the training data of {0} public", "was {0} open source in 2024"];

    public static Task MeasureAsync()
    {
        var answerer = new Answerer(FactBase.Of(DatasetReader.ReadEmbedded().Subjects));
        var questions = answerer.Facts.Releases.Concat(answerer.Facts.Families).SelectMany(view => Forms.Select(form => string.Format(null, form, view.Name)))
            .Concat(answerer.Facts.Topics.SelectMany(topic => topic.Subject.Asks)).ToArray();
        var today = new DateOnly(2026, 11, 24);
        for (var round = 0; round < 3; round++)
        {
            foreach (var question in questions)
                answerer.Ask(question, today);
        }

        var times = new List<double>(questions.Length * Rounds);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var question in questions)
            {
                var began = Stopwatch.GetTimestamp();
                answerer.Ask(question, today);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Console.WriteLine($"a question in memory ({questions.Length} questions): {new Figures(times)}, {allocated / 1024.0 / times.Count:0.#} KB allocated each");
        return Task.CompletedTask;
    }
}
