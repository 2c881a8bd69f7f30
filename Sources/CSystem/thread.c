#include "CSystem.h"

#include <pthread.h>

int courant_start_thread(void *(*work)(void *), void *data) {
  pthread_attr_t attributes;
  int error = pthread_attr_init(&attributes);
  if (error) return error;
  pthread_t thread;
  error = pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (!error) error = pthread_create(&thread, &attributes, work, data);
  pthread_attr_destroy(&attributes);
  return error;
}
