using System.Globalization;
using AiNewsBot.Benchmarks;
using AiNewsBot.Benchmarks.Curation;
using AiNewsBot.Benchmarks.News;

// dotnet run --configuration Release --project tests/AiNewsBot.Benchmarks -- [--with-pictures] [a measure of the list below …]
const string withPictures = "--with-pictures";
if (args is ["echo", var api, var token])
{
    await EchoBot.RunAsync(api, token);
    return 0;
}

if (args is ["start", var folder, var starts])
{
    await FactLoading.StartAsync(folder, int.Parse(starts, CultureInfo.InvariantCulture));
    return 0;
}

// The stories of feeds and posts have pictures, half of them by their pages.
var hasPictures = args.Contains(withPictures);
args = [.. args.Where(argument => argument != withPictures)];
var measures = new Dictionary<string, Func<Task>>
{
    ["cold"] = ColdStart.MeasureAsync,
    ["questions"] = Questions.MeasureAsync,
    ["facts"] = FactLoading.MeasureAsync,
    ["idle"] = IdleBot.MeasureAsync,
    ["first"] = FirstAnswer.MeasureAsync,
    ["load"] = Load.MeasureAsync,
    ["arrivals"] = Load.MeasureArrivalsAsync,
    ["metrics"] = MetricsCost.MeasureAsync,
    ["databases"] = BothDatabases.MeasureAsync,
    ["distance"] = Distance.MeasureAsync,
    ["pictures"] = Pictures.MeasureAsync,
    ["guilds"] = ManyGuilds.MeasureAsync,
    ["edits"] = Edits.MeasureAsync,
    ["imports"] = Imports.MeasureAsync,
    ["feeds"] = () => NewsLoad.IdleFeedsAsync(hasPictures),
    ["news"] = NewsLoad.LatencyAsync,
    ["posts"] = () => NewsLoad.PostsAsync(hasPictures),
    ["growth"] = Growth.MeasureAsync,
    ["parsing"] = FeedParsing.MeasureAsync,
    ["back"] = WayBack.MeasureAsync,
};
if (args is ["quiet"])
{
    // Ten minutes long, and for that not among the others.
    await Distance.MeasureQuietAsync();
    return 0;
}

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
