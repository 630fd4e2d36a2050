using System.Diagnostics;
using AiNewsBot.Answering.Pictures;
using AiNewsBot.Answering.Pictures.Drawing;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// Cards with pictures: the first one of a bot that has just started, which loads the drawing library, later ones, and drawing alone over
/// the whole dataset. Wanted: under 150 ms.
/// </summary>
internal static class Pictures
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>After this the bot has tidied up behind its start.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    public static async Task MeasureAsync()
    {
        await MeasureCardsAsync();
        MeasureDrawing();
    }

    private static async Task MeasureCardsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;
        await using var discord = await FakeDiscord.StartAsync();
        using var bot = BotProcess.Connect(folder, discord);
        _ = bot.StandardError.ReadToEndAsync();
        await discord.Gateway.Readies.ReachAsync(1, "the bot to be ready");
        await discord.RunCommandAsync("ask", ("question", "is grok open source"));
        await Task.Delay(Settled);
        var before = BotProcess.ResidentOf(bot);
        var spent = await SpentAsync(bot);
        var first = await discord.RunCommandAsync("compare", ("first", "grok-1"), ("second", "olmo-2"));
        spent = await SpentAsync(bot) - spent;
        var later = new List<double>();
        foreach (var name in (string[])["grok", "llama", "mistral", "qwen", "gemma", "gpt", "claude", "phi", "olmo", "deepseek"])
            later.Add((await discord.RunCommandAsync("timeline", ("name", name))).Elapsed.TotalMilliseconds);
        var again = new List<double>();
        for (var run = 0; run < 20; run++)
            again.Add((await discord.RunCommandAsync("timeline", ("name", "grok"))).Elapsed.TotalMilliseconds);
        Console.WriteLine(
            $"a card with a picture, from question to answer: the first {first.Elapsed.TotalMilliseconds:0.#} ms ({spent:0} ms of "
                + $"processor time); others: {new Figures(later)}; drawn before: {new Figures(again)}"
        );
        Console.WriteLine(
            $"resident before the first picture {before:0.#} MB, after {later.Count + 1} pictures {BotProcess.ResidentOf(bot):0.#} MB"
        );
        bot.Kill();
        await bot.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    // What the machine's other work does to the clock, it does not do to this.
    private static async Task<double> SpentAsync(Process bot)
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        bot.Refresh();
        return bot.TotalProcessorTime.TotalMilliseconds;
    }

    private static void MeasureDrawing()
    {
        var answerer = new Answerer(FactBase.Create(DatasetReader.ReadEmbedded().Subjects));
        var pictures = answerer
            .Facts.Organizations.Select(maker => answerer.View(maker, Intent.Openness, Today))
            .Concat(answerer.Facts.Families.Select(family => answerer.View(family, Intent.Timeline, Today)))
            .Concat(answerer.Facts.Releases.Zip(answerer.Facts.Releases.Skip(1), (one, other) => answerer.Compare([one, other], Today)))
            .Select(answer => AnswerPictures.Create(answer, answerer.Facts, Today))
            .OfType<Picture>()
            .ToArray();
        foreach (var kind in pictures.GroupBy(picture => picture.Name))
        {
            PngRenderer.Render(kind.First());
            var (times, sizes) = (new List<double>(), new List<int>());
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            foreach (var picture in kind)
            {
                var began = Stopwatch.GetTimestamp();
                sizes.Add(PngRenderer.Render(picture).Length);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Console.WriteLine(
                $"drawing a {kind.Key}: {new Figures(times)}, {sizes.Average() / 1024:0} KB on average, "
                    + $"{allocated / 1024.0 / times.Count:0} KB allocated each"
            );
        }
    }
}
