using System.Collections.Immutable;

namespace AiNewsBot.Answering.Pictures;

/// <summary>One kind of number, a count for each week.</summary>
internal sealed record WeekSeries(string Name, ImmutableArray<long> Counts);
