using System.Globalization;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// Many /ask a second, evenly and in bursts, to an echo bot and to the whole bot, by turns in the same run, so that what else the machine
/// does falls on both. Wanted: none late, the median within 1.5 times the echo's, the 99th percentile within 2 times, processor time within
/// 1.5 times; under 90 MB after it.
/// </summary>
internal static class Load
{
    private static readonly TimeSpan Even = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Uneven = TimeSpan.FromSeconds(5);

    public static async Task MeasureAsync()
    {
        await FirstAnswer.MeasureAsync();
        await MeasureArrivalsAsync();
    }

    public static async Task MeasureArrivalsAsync()
    {
        await using var echo = await LoadedBot.StartAsync(BotProcess.Echo);
        await using var bot = await LoadedBot.StartAsync(BotProcess.Connect);
        await MeasureAsync(echo, bot, Arrivals.Even(1000), Even);
        Print("resident after it, MB (under 90)", echo.Resident, bot.Resident, null);
        foreach (var perSecond in (int[])[100, 300, 1000])
        {
            foreach (var burst in (int[])[1, 4, 20])
                await MeasureAsync(echo, bot, Arrivals.Uneven(perSecond, burst), Uneven);
        }
    }

    private static async Task MeasureAsync(LoadedBot echo, LoadedBot bot, Arrivals arrivals, TimeSpan duration)
    {
        echo.Reset();
        bot.Reset();
        foreach (var turn in (LoadedBot[])[echo, bot, bot, echo])
            await turn.RunAsync(arrivals, duration);
        Console.WriteLine($"{arrivals}, 2 x {duration.TotalSeconds:0} s each, by turns:");
        Console.WriteLine($"{"", -36}{"echo", 10}{"bot", 10}{"ratio", 10}   wanted");
        Print("median, ms", echo.Times.At(0.5), bot.Times.At(0.5), 1.5);
        Print("99th percentile, ms", echo.Times.At(0.99), bot.Times.At(0.99), 2);
        Print("longest, ms", echo.Times.At(1), bot.Times.At(1), null);
        Print("processor time each, µs", echo.Microseconds, bot.Microseconds, 1.5);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"late", -36}{echo.Late, 10}{bot.Late, 10}{"", 10}   none"));
    }

    private static void Print(string what, double echo, double bot, double? most) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -36}{echo, 10:0.000}{bot, 10:0.000}{bot / echo, 9:0.00}x   {(most is null ? "" : $"at most {most:0.0}x")}"
            )
        );
}
