using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Pictures;

/// <summary>What is compared.</summary>
/// <param name="Name">A release, family or maker.</param>
/// <param name="Verdict">How open it is.</param>
/// <param name="Licence">Its licence; how many, where its releases have several; empty where none is known.</param>
/// <param name="Releases">How many releases it has.</param>
public sealed record MatrixColumn(string Name, VerdictKind Verdict, string Licence, int Releases);
