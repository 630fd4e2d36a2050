using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Ways of asking for topics that other files hold: a topic with many is continued as a large family is.</summary>
internal sealed class FurtherAsks(DatasetErrorCollector datasetErrorCollector)
{
    private readonly List<(string Topic, ImmutableArray<string> Asks, FileLocation Place)> _further = [];

    public void Read(MapReader file)
    {
        if (file.ReadMap("asks") is not { } map)
            return;
        foreach (var (topic, _) in map.Entries)
            _further.Add((topic.Text, map.ReadTexts(topic.Text), map.GetLocation(topic.Text)));
    }

    /// <summary>Adds them to their topics, once all files were read.</summary>
    public void AddTo(List<(Subject Subject, FileLocation Place)> subjects)
    {
        foreach (var (topic, asks, place) in _further)
        {
            var index = subjects.FindIndex(pair => pair.Subject.Kind == SubjectKind.Topic && pair.Subject.Id == topic);
            if (index < 0)
            {
                datasetErrorCollector.Add(place, $"'{topic}' is no topic: 'asks' adds to one of another file");
                continue;
            }

            var (subject, where) = subjects[index];
            subjects[index] = (subject with { Asks = subject.Asks.AddRange(asks) }, where);
        }
    }
}
