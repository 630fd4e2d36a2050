using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Gathers what is wrong, so that one run names all of it.</summary>
/// <param name="today">Dates behind it are faults; null to take any.</param>
internal sealed class DatasetErrorCollector(DateOnly? today = null)
{
    private const int MaxShownLength = 100;

    private readonly List<DatasetError> _faults = [];

    public void Add(FileLocation fileLocation, string message) =>
        _faults.Add(new DatasetError(fileLocation.File, fileLocation.Line, message));

    /// <summary>An error where something is said to have been so, or to have been read, on a day that is yet to come.</summary>
    public void RequirePast(FileLocation fileLocation, FactDate date)
    {
        if (today is { } day && date.Earliest > day)
            Add(fileLocation, $"{date.Text} is in the future: today is {day:yyyy-MM-dd}");
    }

    /// <summary>An error where a property does not take a value.</summary>
    public void RequireAllowed(FileLocation fileLocation, string property, string value)
    {
        if (PropertyValues.GetAllowed(property, value) is { } allowed)
            Add(
                fileLocation,
                value.Length <= MaxShownLength ? $"'{property}' cannot be '{value}': it is {allowed}" : $"'{property}' takes {allowed}"
            );
    }

    public ImmutableArray<DatasetError> ToSorted() =>
        [.. _faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];
}
