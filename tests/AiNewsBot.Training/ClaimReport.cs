using AiNewsBot.Facts.Claims;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Training;

/// <summary>How well claims are read from messages of authors that were left out of the training.</summary>
internal static class ClaimReport
{
    /// <summary>Prints it for each author, and for all.</summary>
    public static void Print(
        IReadOnlyCollection<AnnotatedMessage> rows,
        string[] plain,
        QuestionReader reader,
        FactBase facts,
        DateOnly today,
        bool lists
    )
    {
        var all = new Dictionary<string, (int Right, int Missed, int Invented, int Whole, int Count)>();
        var texts = rows.ToDictionary(row => row, row => reader.ClaimTexts.Read(row.M, today));
        var plainTexts = plain.Distinct().ToDictionary(row => row, row => reader.ClaimTexts.Read(row, today));
        var stages = new Dictionary<string, (int Right, int Count)>();
        var golds = new List<(AnnotatedClaim Claim, ClaimCandidate? Candidate, int Name)>();
        foreach (var file in rows.Select(row => row.File).Distinct().ToArray())
        {
            var phrases = ClaimPhrases.Read(ClaimTrainer.Phrases(rows.Where(row => row.File != file)));
            var candidates = reader.ClaimCandidates(phrases);
            ReadMessage[] messages = [.. rows.Select(row => new ReadMessage(row, texts[row], candidates, today))];
            golds.AddRange(messages.Where(message => message.Message.File == file).SelectMany(message => message.Gold));
            var classifier = new ClaimClassifier(
                ClaimTrainer.Train([
                    .. messages.Where(message => message.Message.File != file),
                    .. plainTexts.Select(one => new ReadMessage(one.Key, one.Value, candidates, facts, today)),
                ])
            );
            foreach (var message in messages.Where(message => message.Message.File == file))
                Stages(message, classifier, stages);
            foreach (
                var (least, leastPlain) in new[]
                {
                    (0.5f, 0.1f),
                    (0.6f, 0.1f),
                    (0.7f, 0f),
                    (0.7f, 0.05f),
                    (0.7f, 0.1f),
                    (0.7f, 0.2f),
                    (0.8f, 0.1f),
                }
            )
            {
                var learned = new ClaimReader(reader.ClaimTexts, candidates, classifier, facts) { Least = least, LeastPlain = leastPlain };
                Count(
                    $"learned {least} {leastPlain}",
                    message => Keys(learned.Read(message.Message.M, today)),
                    lists && (least, leastPlain) == (0.7f, 0.1f)
                );
            }

            Count("rules", message => Keys(reader.Propositions.ReadMessage(message.Message.M, today)), false);

            void Count(string way, Func<ReadMessage, HashSet<string>> read, bool isListed)
            {
                var counts = all.GetValueOrDefault(way);
                foreach (var message in messages.Where(message => message.Message.File == file && IsKnown(message)))
                {
                    var (gold, found) = (Gold(message, facts), read(message));
                    var (right, missed) = (gold.Count(found.Contains), gold.Count(key => !found.Contains(key)));
                    var invented = found.Count(key => !gold.Contains(key));
                    counts = (
                        counts.Right + right,
                        counts.Missed + missed,
                        counts.Invented + invented,
                        counts.Whole + (missed + invented == 0 ? 1 : 0),
                        counts.Count + 1
                    );
                    if (isListed && missed + invented > 0)
                    {
                        Console.WriteLine($"[{file}] {message.Message.M.Replace('\n', '/')}");
                        foreach (var key in gold.Where(key => !found.Contains(key)))
                            Console.WriteLine($"   missed   {key}");
                        foreach (var key in found.Where(key => !gold.Contains(key)))
                            Console.WriteLine($"   invented {key}");
                    }
                }

                all[way] = counts;
            }
        }

        foreach (var (way, (right, missed, invented, whole, count)) in all)
            Console.WriteLine(
                $"{way}: precision {100.0 * right / Math.Max(1, right + invented):F1}, recall {100.0 * right / (right + missed):F1}, "
                    + $"whole messages {whole} of {count} ({100.0 * whole / count:F1} %)"
            );
        Console.WriteLine(
            $"claims {golds.Count}, without candidate {golds.Count(one => one.Candidate is null)}, without name {golds.Count(one => one.Name < 0)}"
        );
        foreach (var (stage, (right, count)) in stages.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Console.WriteLine($"{stage}: {right} of {count} ({100.0 * right / count:F1} %)");
        if (!lists)
            return;
        foreach (
            var group in golds.Where(one => one.Candidate is null).GroupBy(one => one.Claim.Kind).OrderByDescending(group => group.Count())
        )
            Console.WriteLine(
                $"no candidate {group.Key} {group.Count()}: {string.Join(" | ", group.Select(one => one.Claim.Words).Distinct().Take(60))}"
            );
        Console.WriteLine(
            $"no name: {string.Join(" | ", golds.Where(one => one.Name < 0).GroupBy(one => one.Claim.Of.ToLowerInvariant()).OrderByDescending(group => group.Count()).Select(group => $"{group.Key} {group.Count()}"))}"
        );
    }

    // Of models that are in no facts nothing can be said.
    private static bool IsKnown(ReadMessage message) =>
        message.Gold.TrueForAll(one => one.Name >= 0 && message.Text.Names[one.Name].Subject.Id != UnknownName.Id);

    private static ClaimCandidate? Current;

    // How often each of the two questions is answered rightly where the other is not asked.
    private static void Stages(ReadMessage message, ClaimClassifier classifier, Dictionary<string, (int Right, int Count)> stages)
    {
        Span<int> buckets = stackalloc int[ClaimFeatures.Max];
        var objects = ClaimReader.Objects(
            message.Text,
            message.Candidates.Where(candidate => message.Gold.Exists(one => one.Candidate == candidate))
        );
        AiNewsBot.Facts.Model.SubjectView? topic = null;
        foreach (var candidate in message.Candidates)
        {
            var gold = message.Gold.Where(one => one.Candidate == candidate).ToArray();
            Current = candidate;
            var answer =
                gold.Length == 0 ? 0
                : gold[0].Claim.Not ? 2
                : 1;
            var (said, denied) = classifier.Says(buckets[..message.Features.Collect(candidate, buckets)]);
            var read =
                said + denied < 0.5f ? 0
                : denied > said ? 2
                : 1;
            Add($"said? {candidate.Kind} {"nyd"[answer]}", read == answer);
            Add($"said? * {"nyd"[answer]}", read == answer);
            if (gold.Length == 0)
                continue;
            var right = true;
            for (var name = 0; name < message.Text.Names.Length; name++)
            {
                if (!ClaimReader.CanBeOf(candidate, message.Text.Names[name]))
                    continue;
                var isOf = gold.Any(one => one.Name == name);
                if (!isOf && gold.Any(one => one.Name >= 0 && message.Text.Names[one.Name].Subject == message.Text.Names[name].Subject))
                    continue;
                right &= classifier.Of(buckets[..message.Features.Collect(candidate, name, topic, objects, buckets)]) >= 0.5f == isOf;
            }

            if (!right && Environment.GetEnvironmentVariable("PAIRS") is not null)
            {
                var got = string.Join(
                    ", ",
                    Enumerable
                        .Range(0, message.Text.Names.Length)
                        .Where(name => ClaimReader.CanBeOf(candidate, message.Text.Names[name]))
                        .Select(name => $"{message.Text.Names[name].Typed}={Likely(name):F2}")
                );
                Console.WriteLine(
                    $"PAIR {candidate.Kind} [{string.Join(' ', message.Text.Tokens.Skip(candidate.Start).Take(candidate.Count).Select(t => t.Raw))}] of {string.Join("/", gold.Select(one => one.Claim.Of))}: {got} | {message.Message.M.Replace('\n', '/')}"
                );
            }

            Add($"of {candidate.Kind}", right);
            Add("of *", right);
            if (gold.LastOrDefault(one => one.Name >= 0) is { Candidate: not null } last)
                topic = message.Text.Names[last.Name].Subject;
        }

        float Likely(int name)
        {
            var b = new int[ClaimFeatures.Max];
            return classifier.Of(b.AsSpan(0, message.Features.Collect(Current!, name, topic, objects, b)));
        }

        void Add(string stage, bool isRight)
        {
            var (right, count) = stages.GetValueOrDefault(stage);
            stages[stage] = (right + (isRight ? 1 : 0), count + 1);
        }
    }

    private static HashSet<string> Gold(ReadMessage message, FactBase facts)
    {
        var keys = new HashSet<string>();
        foreach (var (claim, candidate, name) in message.Gold)
        {
            // What no facts can judge is not counted against a reader.
            if (name < 0 || claim.Kind is "other" or "promise" or "publisher")
                continue;
            if (candidate is null)
                keys.Add($"{message.Text.Names[name].Typed}: {claim.Kind} {claim.Words} {(claim.Not ? "not" : "")}");
            else if (ClaimReader.Create(message.Text, candidate, message.Text.Names[name], claim.Not, facts) is { } said)
                keys.Add(Key(said));
        }

        return keys;
    }

    private static HashSet<string> Keys(IEnumerable<Proposition> said) => [.. said.Select(Key)];

    private static string Key(Proposition said) =>
        $"{said.Subject.Id} {said.Releases}: {said.Says.Aspect} {said.Says.Term} {said.Says.Licence?.Id} {said.Says.Component} "
        + $"{said.Says.Maker?.Id} {said.Says.Base?.Id} {said.Says.Condition} {said.Says.Date?.Typed} {(said.Says.IsUnlimited ? "unlimited" : "")} "
        + (said.Says.IsDenied ? "NOT" : "");
}
