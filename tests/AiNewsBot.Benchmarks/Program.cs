using System.Globalization;
using AiNewsBot.Benchmarks.Curation;
using AiNewsBot.Benchmarks;

// dotnet run --configuration Release --project tests/AiNewsBot.Benchmarks -- [cold|questions|idle|load|guilds|parsing]
if (args is ["echo", var api, var token])
{
    await EchoBot.RunAsync(api, token);
    return 0;
}

if (args is ["kill-edits", var times, var seed])
    return await EditKills.RunAsync(int.Parse(times, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));

var measures = new Dictionary<string, Func<Task>>
{
    ["cold"] = ColdStart.MeasureAsync,
    ["questions"] = Questions.MeasureAsync,
    ["idle"] = IdleBot.MeasureAsync,
    ["load"] = Load.MeasureAsync,
    ["guilds"] = ManyGuilds.MeasureAsync,
    ["edits"] = Edits.MeasureAsync,
    ["parsing"] = FeedParsing.MeasureAsync,
};
var wanted = args.Length == 0 ? [.. measures.Keys] : args;
if (wanted.FirstOrDefault(name => !measures.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no measure '{unknown}': {string.Join(", ", measures.Keys)}.");
    return 2;
}

Console.WriteLine(Machine.Description);
foreach (var name in wanted)
    await measures[name]();
return 0;
