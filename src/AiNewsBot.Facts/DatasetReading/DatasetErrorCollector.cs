using System.Collections.Immutable;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Gathers what is wrong, so that one run names all of it.</summary>
internal sealed class DatasetErrorCollector
{
    private readonly List<DatasetError> _faults = [];

    public void Add(FileLocation fileLocation, string message) =>
        _faults.Add(new DatasetError(fileLocation.File, fileLocation.Line, message));

    public ImmutableArray<DatasetError> ToSorted() =>
        [.. _faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];
}
