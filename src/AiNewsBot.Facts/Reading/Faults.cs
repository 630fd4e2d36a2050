using System.Collections.Immutable;

namespace AiNewsBot.Facts.Reading;

/// <summary>Gathers what is wrong, so that one run names all of it.</summary>
internal sealed class Faults
{
    private readonly List<DatasetFault> _faults = [];

    public void Add(Place place, string message) => _faults.Add(new DatasetFault(place.File, place.Line, message));

    public ImmutableArray<DatasetFault> InOrder() =>
        [.. _faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];
}
