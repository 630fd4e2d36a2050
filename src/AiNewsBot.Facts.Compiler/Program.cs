using AiNewsBot.Facts.DatasetReading;

// dotnet AiNewsBot.Facts.Compiler.dll FILE: compiles the dataset that is embedded in AiNewsBot.Facts, for the bot to start from.
using var file = File.Create(args[0]);
CompiledDataset.Write(file, DatasetReader.ReadEmbedded(), DatasetReader.DigestOfEmbedded());
