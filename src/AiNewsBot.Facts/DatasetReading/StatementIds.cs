using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>The ids by which storage knows the statements of a dataset.</summary>
public static class StatementIds
{
    private const int Length = 20;

    /// <summary>The dataset with an id for each statement. What makes a statement this one and no other is its subject, property, value and
    /// beginning; those that share all of these are counted. A dataset
    /// that has its ids is returned as it is.</summary>
    public static Dataset Assign(Dataset dataset)
    {
        if (dataset.Subjects.All(subject => subject.Statements.All(statement => statement.Id is not null)))
            return dataset;
        var seen = new Dictionary<string, int>();
        return dataset with { Subjects = [.. dataset.Subjects.Select(subject => Assign(subject, seen))] };
    }

    /// <summary>A short hash of a text.</summary>
    public static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..(Length / 2)]);
    }

    private static Subject Assign(Subject subject, Dictionary<string, int> seen)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>(subject.Statements.Length);
        foreach (var statement in subject.Statements)
        {
            var key = $"{statement.Subject}\n{statement.Property}\n{statement.Value}\n{statement.ValidFrom}";
            seen[key] = seen.GetValueOrDefault(key) + 1;
            statements.Add(statement with { Id = Hash($"{key}\n{seen[key]}") });
        }

        return subject with
        {
            Statements = statements.MoveToImmutable(),
        };
    }
}
