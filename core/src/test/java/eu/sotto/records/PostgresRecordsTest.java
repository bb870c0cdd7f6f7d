package eu.sotto.records;

import java.nio.file.Path;

class PostgresRecordsTest extends RecordsContract {
  @Override
  Rig rig(Path path) {
    return Rig.onPostgres(path);
  }
}
